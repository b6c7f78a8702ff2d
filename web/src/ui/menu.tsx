import { Menu as MantineMenu } from '@mantine/core'
import { Button } from './button.tsx'
import type { IconName } from './icons.tsx'

export interface MenuItem {
  readonly label: string
  readonly onClick: () => void
  readonly isDisabled?: boolean
}

/** A few things to do, behind one button. */
export function Menu({
  label,
  items,
  icon,
  kind = 'secondary',
  size = 'normal',
}: {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly icon?: IconName
  readonly kind?: 'secondary' | 'quiet'
  readonly size?: 'small' | 'normal'
}) {
  return (
    <MantineMenu position="bottom-end" transitionProps={{ duration: 0 }} withinPortal={false}>
      <MantineMenu.Target>
        <Button kind={kind} size={size} {...(icon && { icon })}>
          {label}
        </Button>
      </MantineMenu.Target>
      <MantineMenu.Dropdown>
        {items.map(({ label, onClick, isDisabled = false }) => (
          <MantineMenu.Item key={label} onClick={onClick} disabled={isDisabled}>
            {label}
          </MantineMenu.Item>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}
