import type { Document, Rendition } from '@vigil/contract/schemas'
import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react'
import { Button } from '../../../components/button.tsx'
import { useKeys } from '../../../components/use-keys.ts'
import { useSay } from '../../../i18n/use-say.ts'
import type { DocumentAddress } from '../address.ts'
import { Facts } from '../facts.tsx'
import { Colophon } from '../colophon.tsx'
import { Toolbar } from '../toolbar.tsx'
import type { DocumentPlace } from '../use-document-place.ts'
import { RepairPanel } from './repair-panel.tsx'
import { SynopsisView } from './synopsis-view.tsx'
import { synopsisOf } from './synopsis.ts'
import styles from './compare.module.css'

interface CompareProps {
  readonly document: Document
  readonly rendition: Rendition
  readonly place: DocumentPlace
}

/** The original's text and the reading side by side, with every repair in place. */
export function Compare({ document, rendition, place }: CompareProps) {
  const say = useSay()
  const { address, change } = place
  const rows = useMemo(() => synopsisOf(rendition), [rendition])
  const current = address.repair === undefined ? null : address.repair - 1
  const synopsis = useRef<HTMLDivElement>(null)
  const choose = useCallback((repair: number) => change({ repair: repair + 1 }), [change])
  useScrollToRepair(synopsis, current)
  useRepairClicks(synopsis, choose)
  useKeys([{ key: 'o', label: 'document.keys.compare', run: () => change({ view: undefined }) }])
  return (
    <>
      <Toolbar document={document} language={rendition.language} address={address} />
      <div className={styles['layout']}>
        <div className={styles['synopsis']} ref={synopsis}>
          <p className={styles['lead']}>{say('compare.lead')}</p>
          <SynopsisView
            rows={rows}
            repairs={rendition.repairList}
            lang={rendition.language}
            current={current}
          />
        </div>
        <div className={styles['panel']}>
          <Steps rendition={rendition} address={address} onChoose={choose} />
          <RepairPanel
            extracted={rendition.extracted}
            repairs={rendition.repairList}
            rule={address.rule}
            current={current}
            onRule={(rule) => change({ rule })}
            onChoose={choose}
          />
          <Facts rendition={rendition} />
        </div>
      </div>
      <Colophon document={document} rendition={rendition} />
    </>
  )
}

interface StepsProps {
  readonly rendition: Rendition
  readonly address: DocumentAddress
  readonly onChoose: (repair: number) => void
}

/** From one repair to the next, by the rule that is open or by all. */
function Steps({ rendition, address, onChoose }: StepsProps) {
  const say = useSay()
  const { rule, repair } = address
  const steps = rendition.repairList.flatMap((one, index) =>
    rule === undefined || one.rule === rule ? [index] : [],
  )
  if (steps.length === 0) return null
  const position = repair === undefined ? -1 : steps.indexOf(repair - 1)
  const go = (by: 1 | -1) => {
    const from = position === -1 && by === -1 ? 0 : position
    onChoose(steps[(from + by + steps.length) % steps.length] ?? 0)
  }
  return (
    <div className={styles['steps']}>
      <output>
        {position === -1
          ? say('document.repairs', { count: steps.length })
          : say('compare.step', { position: position + 1, count: steps.length })}
      </output>
      <Button
        kind="quiet"
        icon="chevron-up"
        label={say('compare.previous')}
        onPress={() => go(-1)}
      />
      <Button kind="quiet" icon="chevron-down" label={say('compare.next')} onPress={() => go(1)} />
    </div>
  )
}

type Container = RefObject<HTMLDivElement | null>

/** Brings the first mark of the repair into view: the source's side, beside which the reading stands. */
function useScrollToRepair(container: Container, current: number | null): void {
  useEffect(() => {
    if (current === null) return
    const mark = container.current?.querySelector(`[data-repair="${current}"]`)
    mark?.scrollIntoView({ block: 'center' })
  }, [container, current])
}

/**
 * A click on a mark chooses its repair. One listener for all: marks are words in a text, not
 * controls; by keyboard repairs are chosen in the list beside.
 */
function useRepairClicks(container: Container, onChoose: (repair: number) => void): void {
  useEffect(() => {
    const element = container.current
    const choose = ({ target }: MouseEvent) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>('[data-repair]') : null
      if (mark) onChoose(Number(mark.dataset['repair']))
    }
    element?.addEventListener('click', choose)
    return () => element?.removeEventListener('click', choose)
  }, [container, onChoose])
}
