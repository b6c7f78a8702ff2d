/** What CloudFront hands to a function, as far as it is needed here. */
interface Asked {
  readonly request: { uri: string }
}

/** The file behind an address of the console: itself where it has an extension, and the one page everywhere else. */
export function fileOf(path: string): string {
  return path.substring(path.lastIndexOf('/')).includes('.') ? path : '/index.html'
}

export function handler(event: Asked): Asked['request'] {
  event.request.uri = fileOf(event.request.uri)
  return event.request
}
