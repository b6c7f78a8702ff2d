import { memo, type ReactNode } from 'react'

export interface Column<R> {
  readonly key: string
  readonly label: string
  readonly cell: (row: R) => ReactNode
  /** Figures stand at the right. */
  readonly isNumber?: boolean
  /** Buttons, which say themselves what they do. */
  readonly isAction?: boolean
}

/**
 * A list as a native table; on a narrow window each row is a card with its labels. The first column holds the row's link.
 * A row is drawn again when it, the columns or what choosing does is another than before: long lists keep those.
 * @param caption what the table lists, for who listens.
 */
export function Table<R>({
  caption,
  columns,
  rows,
  keyOf,
  selected,
  onChoose,
}: {
  readonly caption: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
  readonly selected?: string | undefined
  /** A click anywhere on a row: more room for what its link does. */
  readonly onChoose?: (row: R) => void
}) {
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, isNumber }) => (
            <th key={key} scope="col" className={isNumber ? 'number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-rows>
        {rows.map((row) => (
          <Row
            key={keyOf(row)}
            row={row}
            columns={columns}
            isSelected={selected === keyOf(row)}
            {...(onChoose && { onChoose })}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps<R> {
  readonly row: R
  readonly columns: readonly Column<R>[]
  readonly isSelected: boolean
  readonly onChoose?: (row: R) => void
}

const Row = memo(function Row<R>({ row, columns, isSelected, onChoose }: RowProps<R>) {
  return (
    <tr className={isSelected ? 'selected' : undefined} onClick={onChoose && (() => onChoose(row))}>
      {columns.map(({ key, label, cell, isNumber, isAction }, column) =>
        column === 0 ? (
          <th key={key} scope="row" data-label={label}>
            {cell(row)}
          </th>
        ) : (
          <td key={key} data-label={isAction ? undefined : label} className={isNumber ? 'number' : undefined}>
            <div className="cell">{cell(row)}</div>
          </td>
        ),
      )}
    </tr>
  )
}) as <R>(props: RowProps<R>) => ReactNode

export interface Tab {
  readonly key: string
  readonly label: string
  readonly count?: number | string | undefined
}

/** Views of one list, one of which is shown. */
export function Tabs({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly chosen: string
  readonly onChoose: (key: string) => void
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          className="tab"
          aria-current={tab.key === chosen ? 'true' : undefined}
          onClick={() => onChoose(tab.key)}
        >
          {tab.label} {tab.count !== undefined && <span className="count">{tab.count}</span>}
        </button>
      ))}
    </nav>
  )
}

/** What happened, newest first or oldest first as given. */
export function Timeline({
  items,
  label,
}: {
  readonly label: string
  readonly items: readonly {
    readonly key: string
    readonly at: ReactNode
    readonly title: ReactNode
    readonly body?: ReactNode
    readonly actions?: ReactNode
  }[]
}) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map(({ key, at, title, body, actions }) => (
        <li key={key}>
          <div className="timeline-head">
            <strong>{title}</strong>
            <span className="hint">{at}</span>
            {actions}
          </div>
          {body && <div className="timeline-body">{body}</div>}
        </li>
      ))}
    </ol>
  )
}
