import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useSay } from '../i18n/use-say.ts'
import { AriaLanguage } from './aria-language.tsx'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import type { DialogProps } from './dialog-props.ts'
import styles from './dialog.module.css'

/** The window of a dialog that is open. */
export function DialogInLanguage(props: DialogProps) {
  return (
    <AriaLanguage>
      <DialogWindow {...props} />
    </AriaLanguage>
  )
}

function DialogWindow(props: DialogProps) {
  const say = useSay()
  const { title, onClose, size = 'm', isAlert = false, isOpaque = false, ...rest } = props
  const { actions, children } = rest
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert}
      className={classNames(styles['overlay'], isOpaque && styles['opaque'])}
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
