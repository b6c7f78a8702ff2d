import { Drawer, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../i18n/index.ts'

interface OverlayProps {
  readonly title: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * Something to answer before going on. Focus goes in, stays in, and returns.
 * The page behind is kept from scrolling by the style sheet: the library would write a style into the page.
 */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  size = 'md',
  isFirm = false,
}: OverlayProps & {
  readonly size?: 'md' | 'lg' | 'xl'
  /** A stray click outside does not close it. */
  readonly isFirm?: boolean
}) {
  const say = useText()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={size}
      lockScroll={false}
      closeOnClickOutside={!isFirm}
      closeButtonProps={{ 'aria-label': say('common.close') }}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </Modal>
  )
}

/** More about a thing of a list, beside the list. */
export function SidePanel({ title, isOpen, onClose, children }: OverlayProps) {
  const say = useText()
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={title}
      position="right"
      size="lg"
      lockScroll={false}
      closeButtonProps={{ 'aria-label': say('common.close') }}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </Drawer>
  )
}
