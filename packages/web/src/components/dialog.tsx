import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useSay } from '../i18n/use-say.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly size?: 's' | 'm' | 'l'
  /** A decision is asked for: a click beside the dialog does not close it. */
  readonly isAlert?: boolean
  /** Buttons at the foot. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A dialog over the page. Esc closes it; the focus returns to where it came from. */
export function Dialog(props: DialogProps) {
  const say = useSay()
  const { title, isOpen, onClose, size = 'm', isAlert = false, actions, children } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={classNames(styles['modal'], styles[size])}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className={styles['dialog'] ?? ''}>
          <header className={styles['head']}>
            <Heading slot="title" level={2} className={styles['title'] ?? ''}>
              {title}
            </Heading>
            <Button kind="quiet" size="s" icon="x" label={say('dialog.close')} onPress={onClose} />
          </header>
          <div className={styles['body']}>{children}</div>
          {actions && <footer className={styles['foot']}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
