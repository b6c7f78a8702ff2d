/** What CloudFront hands to a function, as far as it is needed here. */
interface Asked {
  readonly request: { readonly headers: Record<string, { value: string }> }
  readonly viewer: { readonly ip: string }
}

/** Tells the API whom the edge spoke with, over whatever the request claimed: behind it the gateway sees the edge. */
export function handler(event: Asked): Asked['request'] {
  event.request.headers['x-viewer-address'] = { value: event.viewer.ip }
  return event.request
}
