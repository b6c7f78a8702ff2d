/** A part of a record that has nothing in it yet, in as little room as that takes. */
export function Nothing({ title, why }: { readonly title: string; readonly why?: string }) {
  return (
    <p>
      <strong>{title}</strong>
      {why && <span className="hint"> {why}</span>}
    </p>
  )
}
