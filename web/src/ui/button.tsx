import { Button as MantineButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode, Ref } from 'react'
import { Icon, type IconName } from './icons.tsx'
import { useShortcut } from './keys.ts'

interface ButtonProps {
  readonly children: ReactNode
  readonly onClick?: () => void
  readonly type?: 'button' | 'submit'
  /** One a screen is `primary`; `danger` ends something for good. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly icon?: IconName
  readonly isBusy?: boolean
  readonly isDisabled?: boolean
  readonly size?: 'small' | 'normal' | 'large'
  /** The key that does the same: heard, and shown on pointing. */
  readonly shortcut?: string
  readonly ref?: Ref<HTMLButtonElement>
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-expanded'?: boolean
  readonly 'aria-pressed'?: boolean
  readonly 'aria-controls'?: string
}

const looks = {
  primary: { variant: 'filled' },
  secondary: { variant: 'default' },
  quiet: { variant: 'subtle' },
  danger: { variant: 'outline', color: 'danger' },
} as const

const sizes = { small: 'compact-sm', normal: 'sm', large: 'md' } as const

export function Button({
  kind = 'secondary',
  icon,
  isBusy = false,
  isDisabled = false,
  size = 'normal',
  shortcut,
  ...rest
}: ButtonProps) {
  return (
    <MantineButton
      {...looks[kind]}
      {...rest}
      type={rest.type ?? 'button'}
      size={sizes[size]}
      className={`button button-${kind} button-${size}`}
      leftSection={icon && <Icon name={icon} />}
      loading={isBusy}
      disabled={isDisabled}
      {...useShortcut(shortcut)}
    />
  )
}

/** A button of one drawing, with a name that is heard, and shown on pointing. */
export function IconButton({
  icon,
  label,
  ...rest
}: Omit<ButtonProps, 'children' | 'icon' | 'kind' | 'size' | 'shortcut' | 'aria-label'> & {
  readonly icon: IconName
  readonly label: string
}) {
  const { isDisabled = false, isBusy = false, ...own } = rest
  return (
    <MantineButton
      {...own}
      variant="subtle"
      type="button"
      disabled={isDisabled}
      loading={isBusy}
      aria-label={label}
      title={label}
      className="button button-icon"
    >
      <Icon name={icon} />
    </MantineButton>
  )
}

/** A link that looks like a button: it goes somewhere and does nothing else. */
export function ButtonLink({
  children,
  kind = 'secondary',
  icon,
  to,
  hash,
  shortcut,
}: {
  readonly children: ReactNode
  readonly kind?: 'primary' | 'secondary' | 'quiet'
  readonly icon?: IconName
  readonly to: string
  /** What to do there at once, without a `#`. */
  readonly hash?: string
  /** The key that goes there too: heard, and shown on pointing. */
  readonly shortcut?: string
}) {
  return (
    // What leads out of a screen to what is around it is not where one is.
    <Link
      to={to}
      activeOptions={{ exact: true }}
      {...(hash && { hash })}
      {...useShortcut(shortcut)}
      className={`button-link button-link-${kind}`}
    >
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
