import { useQuery } from '@tanstack/react-query'
import { getStaff, read } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { Dialog, Loaded, Status } from '../../ui/index.ts'
import { MemberForm } from './member-form.tsx'
import { Standing } from './standing.tsx'

/** One colleague: name, roles and language, and whether they may come in. */
export function MemberPanel({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }) {
  const say = useText()
  return (
    <Dialog title={say('people.colleague')} isOpen={id !== undefined} onClose={onClose} size="lg" isFirm>
      {id && <MemberLoaded id={id} onClose={onClose} />}
    </Dialog>
  )
}

function MemberLoaded({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useText()
  const member = useQuery(read(getStaff, { params: { staff: id } }))
  return (
    <Loaded query={member} rows={5}>
      {(found) => (
        <div className="stack">
          <div className="card-header">
            <h3>{found.name}</h3>
            <Status of={found.status} words={say(`people.state.${found.status}`)} />
          </div>
          <p className="hint">{found.email}</p>
          <Standing member={found} onDone={onClose} />
          {found.status !== 'deactivated' && <MemberForm member={found} onDone={onClose} />}
        </div>
      )}
    </Loaded>
  )
}
