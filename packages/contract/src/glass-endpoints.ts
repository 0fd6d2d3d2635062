import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { GlassId, GlassList, NewGlass } from './schemas/glass.ts'
import { IncidentId } from './schemas/incident.ts'

const oneIncident = z.object({ incidentId: IncidentId })
const oneRequest = z.object({ glassId: GlassId })

/** Break-glass: a record that somebody may not read is opened in need, by two persons. */
export const GLASS_ENDPOINTS = {
  askForIncident: {
    method: 'post',
    path: '/api/incidents/{incidentId}/glass',
    summary: 'Ask to read one incident in need, for a stated reason, right after signing in',
    action: 'glass.ask',
    reads: 'list',
    params: oneIncident,
    body: NewGlass,
    status: 201,
    answer: GlassList,
    problems: ['access.stepUp', 'incident.unknown', 'glass.asked', 'clock.deadlines'],
  },
  listGlass: {
    method: 'get',
    path: '/api/glass',
    summary: 'What was asked for and opened in need, as far as the reader has a part in it',
    action: 'glass.read',
    reads: 'list',
    status: 200,
    answer: GlassList,
    problems: [],
  },
  agreeToGlass: {
    method: 'post',
    path: '/api/glass/{glassId}/agreement',
    summary: 'Agree, as second person, that the incident is opened for a short time',
    action: 'glass.agree',
    reads: 'list',
    params: oneRequest,
    status: 200,
    answer: GlassList,
    problems: [
      'access.stepUp',
      'glass.unknown',
      'glass.samePerson',
      'glass.over',
      'clock.deadlines',
    ],
  },
  endGlass: {
    method: 'delete',
    path: '/api/glass/{glassId}',
    summary: 'Refuse or end it before its time, as who asked, agreed or may agree',
    action: 'glass.end',
    reads: 'list',
    params: oneRequest,
    status: 200,
    answer: GlassList,
    problems: ['glass.unknown', 'glass.over'],
  },
} as const satisfies Record<string, Endpoint>
