import type { Letter, LetterId } from '@vigil/contract/schemas'
import { useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Button } from '../../components/button.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Page } from '../../components/page.tsx'
import { TabLink, Tabs } from '../../components/tabs.tsx'
import { Tag } from '../../components/tag.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import type { LetterAddress } from './address.ts'
import { DraftingDesk } from './desk/desk.tsx'
import { Downloads } from './parts/downloads.tsx'
import { type Ground, useGround } from './parts/ground.ts'
import { Failed, LetterFrame, ToDocument } from './parts/letter-frame.tsx'
import { LetterMessages } from './parts/letter-messages.tsx'
import { useLetter } from './queries.ts'

const Versions = lazy(async () => {
  const { Versions: component } = await import('./history/versions.tsx')
  return { default: component }
})

const Returns = lazy(async () => {
  const { Returns: component } = await import('./returns/returns.tsx')
  return { default: component }
})

/** A letter that is kept: the draft, its versions, what was handed back. */
export function LetterPage() {
  const { letterId } = useParams({ from: '/letters/$letterId' })
  return (
    <Messages area="documents">
      <LetterMessages>
        <OneLetter key={letterId} letterId={letterId as LetterId} />
      </LetterMessages>
    </Messages>
  )
}

function OneLetter({ letterId }: { letterId: LetterId }) {
  const { data, error, refetch } = useLetter(letterId)
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingBars />
  return <OnGround letter={data} />
}

function OnGround({ letter }: { letter: Letter }) {
  const { ground, error, retry } = useGround(letter)
  if (error) return <Failed error={error} onRetry={retry} />
  if (ground === undefined) return <LoadingBars />
  if (ground === null) return <NoMessage letter={letter} />
  return <Opened letter={letter} ground={ground} />
}

interface OpenedProps {
  readonly letter: Letter
  readonly ground: Ground
}

function Opened({ letter, ground }: OpenedProps) {
  const say = useSay()
  const { view } = useSearch({ from: '/letters/$letterId' })
  return (
    <LetterFrame
      ground={ground}
      meta={[
        say(`language.${letter.draftLanguage}`),
        ...(letter.sent ? [<Sent key="sent" />] : []),
      ]}
      actions={
        <>
          <Downloads letterId={letter.id} version={letter.latest.version} />
          <Button icon="printer" onPress={() => window.print()}>
            {say('document.print')}
          </Button>
        </>
      }
    >
      <Views letter={letter} view={view} />
      {/* Stays while another view is open: what is typed is not lost. */}
      <div hidden={view !== undefined}>
        <DraftingDesk ground={ground} letter={letter} start={letter.current} />
      </div>
      <Suspense fallback={<LoadingBars />}>
        {view === 'versions' && <Versions letter={letter} conclusions={ground.rendition} />}
        {view === 'returns' && <Returns letter={letter} conclusions={ground.rendition} />}
      </Suspense>
    </LetterFrame>
  )
}

function Sent() {
  const say = useSay()
  return (
    <Tag tone="verified" icon="circle-check">
      {say('letters.sent')}
    </Tag>
  )
}

const VIEWS = [undefined, 'versions', 'returns'] as const

function Views({ letter, view }: { letter: Letter; view: LetterAddress['view'] }) {
  const say = useSay()
  const counts = {
    draft: undefined,
    versions: letter.versions.length,
    returns: letter.returns.length,
  }
  return (
    <Tabs label={say('letter.views')}>
      {VIEWS.map((one) => (
        <TabLink
          key={one ?? 'draft'}
          to="."
          isCurrent={view === one}
          count={counts[one ?? 'draft']}
          search={{ view: one }}
        >
          {say(`letter.view.${one ?? 'draft'}`)}
        </TabLink>
      ))}
    </Tabs>
  )
}

/** The document was read anew and has no such message any more; what was kept can still be had. */
function NoMessage({ letter }: { letter: Letter }) {
  const say = useSay()
  const { documentId, id, latest } = letter
  return (
    <Page
      title={say('draft.noMessage')}
      lead={say('draft.noMessage.kept')}
      actions={<Downloads letterId={id} version={latest.version} />}
    >
      <ToDocument documentId={documentId} />
    </Page>
  )
}
