/** Fetches as a browser would without a screen: keeps cookies, follows no redirect. A body is sent as a form. */
export type Browser = (url: URL | string, form?: Record<string, string>) => Promise<Response>

/** A browser that has been nowhere yet. Keeps its cookies for every path, so use one for one site. */
export function newBrowser(): Browser {
  const cookies = new Map<string, string>()
  return async (url, form) => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return response
  }
}
