/** A part of a record that has nothing in it yet, in as little room as that takes. */
export function Nothing({ title, why }: { readonly title: string; readonly why?: string }) {
  return (
    <div>
      <p>
        <strong>{title}</strong>
      </p>
      {why && <p className="hint">{why}</p>}
    </div>
  )
}
