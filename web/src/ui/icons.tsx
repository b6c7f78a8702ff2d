import type { ReactNode } from 'react'

/** Line drawings on a grid of 24, drawn in the colour of the text. They never stand without words but in `IconButton`. */
const drawings = {
  alert: <path d="M12 4 2.5 20h19L12 4Zm0 6v5m0 2.5v.5" />,
  arrow: <path d="M5 12h14m-6-6 6 6-6 6" />,
  bell: <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15L6 17Zm4 4h4" />,
  calendar: <path d="M4 6h16v14H4V6Zm0 5h16M8 3v5m8-5v5" />,
  check: <path d="m5 12.5 4.5 4.5L19 7" />,
  clock: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5V12l3.5 2" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  dash: <path d="M5 12h14" />,
  dot: <circle cx="12" cy="12" r="5" fill="currentColor" />,
  down: <path d="m6 9 6 6 6-6" />,
  download: <path d="M12 4v11m-5-5 5 5 5-5M5 20h14" />,
  leaf: <path d="M5 19c0-9 5-14 14-14 0 9-5 14-14 14Zm0 0 8-8" />,
  list: <path d="M9 6h11M9 12h11M9 18h11M4 6h.5M4 12h.5M4 18h.5" />,
  lock: <path d="M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3" />,
  mail: <path d="M3 6h18v12H3V6Zm0 1 9 7 9-7" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  pause: <path d="M9 6v12m6-12v12" />,
  people: (
    <path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 9c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.3M18 14.5c2.5.8 3.5 2.7 3.5 5.5" />
  ),
  person: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9c0-5 3.5-7 8-7s8 2 8 7" />,
  phone: (
    <path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1.5 1.5 0 0 1-1.5 1.5A15.5 15.5 0 0 1 3.5 5.5 1.5 1.5 0 0 1 5 4Z" />
  ),
  pin: <path d="M12 21s7-6 7-11a7 7 0 1 0-14 0c0 5 7 11 7 11Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z" />,
  plus: <path d="M12 5v14M5 12h14" />,
  printer: <path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7v-6Z" />,
  search: <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20 20" />,
  settings: <path d="M4 7h10m4 0h2M4 17h2m4 0h10M16 4.5v5M8 14.5v5" />,
  shield: <path d="M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6l-7-3Z" />,
  star: <path d="m12 4 2.5 5.2 5.5.8-4 4 1 5.7-5-2.7-5 2.7 1-5.7-4-4 5.5-.8L12 4Z" />,
  stop: <path d="M8 3h8l5 5v8l-5 5H8l-5-5V8l5-5Zm0 9h8" />,
  undo: <path d="M9 7 4.5 11.5 9 16m-4-4.5h9a5 5 0 0 1 0 10h-2" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A drawing beside words, which say the same: hidden from who listens. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[name]}
    </svg>
  )
}
