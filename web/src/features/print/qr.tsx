import { encode } from 'uqr'

/**
 * An address as a square that a telephone reads, a quarter of which may be lost. It carries the address and nothing else.
 * @param label what it leads to, for who listens.
 */
export function Qr({ url, label, lang }: { readonly url: string; readonly label: string; readonly lang: string }) {
  const { data, size } = encode(url, { ecc: 'Q', border: 0 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      lang={lang}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={squares.join('')} />
    </svg>
  )
}
