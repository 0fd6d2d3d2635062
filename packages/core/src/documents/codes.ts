import { z } from 'zod'

/** The six grave violations, detention as an area of concern, and the six as a whole. */
export const ViolationCode = z.enum(['RU', 'KM', 'SV', 'SH', 'ABD', 'DHA', 'DET', 'ALL'])
export type ViolationCode = z.infer<typeof ViolationCode>

/** Who is asked: a closed list, so that actions of many documents can be laid side by side. */
export const AddresseeCode = z.enum([
  'all_parties',
  'government',
  'named_party',
  'secretary_general',
  'srsg_caac',
  'country_task_force',
  'security_council',
  'sanctions_committee',
  'regional_organisation',
  'donors',
  'community_leaders',
  'stakeholders',
])
export type AddresseeCode = z.infer<typeof AddresseeCode>

/** What a clause is about, beside the violations. */
export const ThemeCode = z.enum([
  'accountability',
  'action_plan',
  'age_assessment',
  'applicable_law',
  'ddr_ssr_reintegration',
  'education_health',
  'explosive_hazard',
  'funding',
  'handover_protocol',
  'humanitarian_access',
  'legal_framework',
  'monitoring_access',
  'national_strategy',
  'peace_process',
  'regional_force',
  'sanctions',
  'support_to_government',
  'survivor_services',
  'training',
  'transition_of_mission',
  'treaty_obligations',
])
export type ThemeCode = z.infer<typeof ThemeCode>

/** Classes of verbs. `item` is a listed thing to be done, `fund` one asked for in the imperative. */
export const VerbClass = z.enum([
  'express_concern',
  'express_condemn',
  'welcome',
  'note',
  'recall',
  'stress',
  'invite',
  'encourage',
  'appeal',
  'item',
  'fund',
  'call',
  'request',
  'recommend',
  'urge',
  'demand',
  'decide',
])
export type VerbClass = z.infer<typeof VerbClass>
