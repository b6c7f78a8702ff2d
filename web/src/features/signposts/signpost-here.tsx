import { useOnline } from '../../app/online.ts'
import { useCan } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { useSignpost } from './use-signpost.ts'

/** One told somebody of this activity: for whoever does so, on its page. */
export function SignpostHere({ activity }: { readonly activity: string }) {
  const say = useText()
  const can = useCan()
  const isOnline = useOnline()
  const signpost = useSignpost()
  if (!can('signposts:record')) return null
  return (
    <Button
      icon="pin"
      isBusy={signpost.isRunning}
      isDisabled={!isOnline}
      onClick={() => void signpost.run({ body: { activity } })}
    >
      {say('signposts.here')}
    </Button>
  )
}
