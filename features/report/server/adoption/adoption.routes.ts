import { defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  AdoptionDetail,
  AdoptionEdit,
  AdoptionPage,
  AdoptionQuery,
  AdoptionRegister,
  AdoptionVersion,
  IssueMatches,
  MatchQuery,
} from '../../contract/index.ts'
import { personOf } from '../report.routes.ts'
import type { ReportServices } from '../report.services.ts'
import { getAdoption } from './adoption.view.ts'
import { editAdoption } from './edit-adoption.ts'
import { listAdopted } from './list-adoptions.ts'
import { listMatches } from './match-articles.ts'
import { registerIssue, unregisterIssue } from './register-issue.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const common = { tags: ['adoption'], access: ['editor'] } as const

export function adoptionRoutes({ clock }: Pick<ReportServices, 'clock'>): Route[] {
  return [
    defineRoute({
      ...common,
      operationId: 'listAdoptions',
      method: 'GET',
      path: '/api/adoptions',
      summary: 'What the caller’s desks adopted, with the article it has likely become',
      audit: null,
      schema: { query: AdoptionQuery, response: { 200: AdoptionPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listAdopted(tx, { scope, person: personOf(caller) }, query)),
    }),
    defineRoute({
      ...common,
      operationId: 'getAdoption',
      method: 'GET',
      path: '/api/adoptions/:id',
      summary: 'One adoption with the text as reported, as edited before, and as printed',
      audit: null,
      schema: { params, response: { 200: AdoptionDetail } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getAdoption(tx, { scope, person: personOf(caller) }, id)),
    }),
    defineRoute({
      ...common,
      operationId: 'editAdoption',
      method: 'PATCH',
      path: '/api/adoptions/:id',
      summary: 'Change the text or the column of an adoption; what it was stays in its history',
      audit: 'adoption.edit',
      schema: { params, body: AdoptionEdit, response: { 200: AdoptionDetail } },
      handler: ({ params: { id }, body: edit, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = { scope, person: personOf(caller) }
          await editAdoption(tx, viewer, { id, edit, now: clock.now() }, entry)
          return getAdoption(tx, viewer, id)
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'listIssueMatches',
      method: 'GET',
      path: '/api/adoptions/:id/matches',
      summary: 'Issues by number or series, and the article of each that is most like the adopted text',
      audit: null,
      schema: { params, query: MatchQuery, response: { 200: IssueMatches } },
      handler: ({ params: { id }, query: { q }, read, caller }) =>
        read((tx, scope) => listMatches(tx, { scope, person: personOf(caller) }, id, q)),
    }),
    defineRoute({
      ...common,
      operationId: 'registerIssue',
      method: 'POST',
      path: '/api/adoptions/:id/register',
      summary: 'Say in which issue an adopted text ran, and as which article',
      audit: 'adoption.register',
      schema: { params, body: AdoptionRegister, response: { 200: AdoptionDetail } },
      handler: ({ params: { id }, body: wish, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = { scope, person: personOf(caller) }
          await registerIssue(tx, viewer, { id, wish, now: clock.now() }, entry)
          return getAdoption(tx, viewer, id)
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'unregisterIssue',
      method: 'POST',
      path: '/api/adoptions/:id/unregister',
      summary: 'Take back in which issue an adopted text ran',
      audit: 'adoption.unregister',
      schema: { params, body: AdoptionVersion, response: { 200: AdoptionDetail } },
      handler: ({ params: { id }, body: { version }, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const viewer = { scope, person: personOf(caller) }
          await unregisterIssue(tx, viewer, { id, version, now: clock.now() }, entry)
          return getAdoption(tx, viewer, id)
        }),
    }),
  ]
}
