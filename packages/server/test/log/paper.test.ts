import { CheckpointList, LeavingReceipt, PaperCheckpoint, SheetMade } from '@vigil/contract/schemas'
import { parseVerifierKey, readTypedCheckpoint } from '@vigil/core/log'
import { beforeAll, describe, expect, test } from 'vitest'
import { grantOf } from '../support/accounts.ts'
import { startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { enterAs } from '../support/people.ts'
import { begin } from '../leaving/steps.ts'
import { dataDirectory, sequenceAll } from './installation.ts'

const { db } = await freshDatabase()
const { app, clock } = startApp(db)
const data = dataDirectory()
const auditor = await enterAs({ db, app, clock }, 'auditor', [grantOf('auditor')])
await enterAs({ db, app, clock }, 'colleague', [grantOf('monitor')])
const monitor = await enterAs({ db, app, clock }, 'monitor', [grantOf('monitor')])

async function sheetOfNow(): Promise<PaperCheckpoint | null> {
  const answer = await monitor.browser.send('POST', '/api/own/sheet')
  return SheetMade.parse(await answer.json()).checkpoint
}

async function readCheckpoints(): Promise<CheckpointList> {
  return CheckpointList.parse(await (await auditor.browser.get('/api/log/checkpoints')).json())
}

/** How many entries the printed signs say there were; they are typed from paper. */
async function sizeOf({ typed }: PaperCheckpoint): Promise<number> {
  const key = parseVerifierKey(String((await readCheckpoints()).log?.key))
  if (!key.ok) throw new Error('The log has no key')
  const read = readTypedCheckpoint(typed, key.value)
  if (!read.ok) throw new Error('These signs are no checkpoint')
  return read.value.size
}

let before: PaperCheckpoint | null | undefined
beforeAll(async () => {
  before = await sheetOfNow()
  await sequenceAll(db, data)
})

describe('the checkpoint of its moment', () => {
  test('is missing on a paper only where the log has none yet', () => expect(before).toBe(null))

  test('stands on a sealed sheet, and on a later one the later checkpoint', async () => {
    const first = PaperCheckpoint.parse(await sheetOfNow())
    const newest = (await readCheckpoints()).checkpoints[0]
    expect(first).toEqual({ at: newest?.at, typed: newest?.typed })
    await sequenceAll(db, data)
    const second = PaperCheckpoint.parse(await sheetOfNow())
    expect(await sizeOf(second)).toBeGreaterThan(await sizeOf(first))
  })

  test('stands on the receipt of whoever leaves', async () => {
    await begin(monitor.browser)
    const answer = await monitor.browser.send('POST', '/api/own/leaving/end')
    const { checkpoint } = LeavingReceipt.parse(await answer.json())
    expect(checkpoint?.typed).toBe((await readCheckpoints()).checkpoints[0]?.typed)
  })
})
