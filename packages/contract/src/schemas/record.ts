import { CODE_LISTS } from '@vigil/core/codes'
import { Claim, Deed, Id, isEdit, JsonValue, LINKS, type LinkKind } from '@vigil/core/incident'
import { z } from 'zod'
import { PurposeQuery } from './incident.ts'

/** Most that goes into an incident at a time. */
const MOST_ACTIONS = 200
const MOST_TEXTS = 100
export const LONGEST_TEXT = 20_000

/** A free text: kept apart from what refers to it, so that it alone can be destroyed. */
const RecordText = z.object({ id: Id, words: z.string().trim().min(1).max(LONGEST_TEXT) })

/** What somebody does to an incident, with an id and a moment of their device, and the texts of it. */
export const NewActions = z
  .object({
    actions: z
      .array(z.object({ id: Id, madeAt: z.iso.datetime(), deed: Deed.refine(isEdit) }))
      .min(1)
      .max(MOST_ACTIONS),
    texts: z.array(RecordText).max(MOST_TEXTS).default([]),
  })
  .meta({
    id: 'NewActions',
    description: 'Taken together or not at all; what was taken before is not taken twice',
  })
export type NewActions = z.infer<typeof NewActions>

const Fact = z.object({
  /** Null where nothing is known any more, or while it is open which claim is true. */
  value: JsonValue,
  isOpen: z.boolean(),
  claims: z.array(Claim),
  recordedOn: z.iso.date(),
})

const RecordSubject = z.object({
  id: Id,
  facts: z.record(z.string(), Fact),
  voided: z.boolean(),
  recordedOn: z.iso.date(),
})

const RecordViolation = RecordSubject.extend({
  category: z.enum(CODE_LISTS.category),
  status: z.enum(CODE_LISTS.status),
  since: z.iso.date().nullable(),
  stopped: z.boolean(),
})

/** An incident as it stands, or stood at the end of a day, as far as its reader sees it. */
export const IncidentRecordView = z
  .object({
    asOf: z.iso.date().nullable(),
    incident: RecordSubject,
    violations: z.array(RecordViolation),
    victims: z.array(RecordSubject),
    groups: z.array(RecordSubject),
    sources: z.array(RecordSubject),
    responses: z.array(RecordSubject),
    links: z.array(
      z.object({
        link: z.enum(Object.keys(LINKS) as [LinkKind, ...LinkKind[]]),
        from: Id,
        to: Id,
      }),
    ),
    duplicateOf: Id.nullable(),
    /** Where people set the same without having seen each other's: what, and by which actions. */
    conflicts: z.array(z.object({ register: z.string(), actions: z.array(Id) })),
    /** Actions whose subject has not arrived yet. */
    waiting: z.array(Id),
    /** Of each thing that was set, the actions that stand: what whoever sets it next has seen. */
    heads: z.record(z.string(), z.array(Id)),
    /** The words of the texts that stand now, by their ids. */
    texts: z.record(z.string(), z.string()),
  })
  .meta({ id: 'IncidentRecord', description: 'What follows from the actions of an incident' })
export type IncidentRecordView = z.infer<typeof IncidentRecordView>

export const RecordQuery = PurposeQuery.extend({ asOf: z.iso.date().optional() })
export type RecordQuery = z.infer<typeof RecordQuery>

/** Everything that was done to an incident, oldest first, without who did it, which is in the log. */
export const ActionHistory = z
  .object({
    entries: z.array(
      z.object({
        id: Id,
        madeAt: z.iso.datetime(),
        receivedAt: z.iso.datetime(),
        deed: Deed,
        subjects: z.array(Id),
        texts: z.array(z.object({ id: Id, redactedOn: z.iso.date().nullable() })),
        withdrawnOn: z.iso.date().nullable(),
      }),
    ),
  })
  .meta({ id: 'ActionHistory' })
export type ActionHistory = z.infer<typeof ActionHistory>

export const DifferencesQuery = PurposeQuery.extend({ from: z.iso.date(), to: z.iso.date() })
export type DifferencesQuery = z.infer<typeof DifferencesQuery>

/** What differs between an incident at the end of one day and of another, field by field. */
export const RecordDifferences = z
  .object({
    differences: z.array(
      z.object({
        subject: z.string(),
        field: z.string(),
        /** Left out where it did not exist. */
        before: JsonValue.optional(),
        after: JsonValue.optional(),
      }),
    ),
  })
  .meta({ id: 'RecordDifferences' })
export type RecordDifferences = z.infer<typeof RecordDifferences>

export const OneText = RecordText.meta({ id: 'RecordText' })
export type OneText = z.infer<typeof OneText>
