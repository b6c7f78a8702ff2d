export interface Position {
  readonly latitude: number
  readonly longitude: number
}

const earthKm = 6371

/** Kilometres between two positions as the crow flies, by the haversine formula. */
export function kilometres(a: Position, b: Position): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const along = half(a.longitude, b.longitude) * Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude))
  return 2 * earthKm * Math.asin(Math.sqrt(Math.min(1, half(a.latitude, b.latitude) + along)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
