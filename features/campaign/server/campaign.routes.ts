import { localDay } from '@jianbao/platform/clock'
import { attachment, defineRoute, type Route } from '@jianbao/platform/http'
import { Type } from 'typebox'
import {
  Campaign,
  CampaignPage,
  CampaignQuery,
  CampaignVersion,
  CampaignYear,
  campaignKeepers,
  planReaders,
} from '../contract/index.ts'
import type { CampaignServices } from './campaign.services.ts'
import { holdCampaign } from './campaign.store.ts'
import { changeState, renewCampaign } from './change-campaign.ts'
import { getCampaign } from './get-campaign.ts'
import { campaignViewerOf, listCampaigns } from './list-campaigns.ts'
import { zipPack } from './pack/write-pack.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const nothing = Type.Object({}, { additionalProperties: false })
const reading = { tags: ['campaigns'], access: planReaders, method: 'GET', audit: null } as const
const keeping = { tags: ['campaigns'], access: campaignKeepers, method: 'POST' } as const

/** Campaigns and their plans: read by everybody they bind, kept by the coordinators of their unit and above. */
export function campaignRoutes({ clock }: Pick<CampaignServices, 'clock'>): Route[] {
  const today = () => localDay(clock.now())
  const change = (action: 'open' | 'close') =>
    defineRoute({
      ...keeping,
      operationId: `${action}Campaign`,
      path: `/api/campaigns/:id/${action}`,
      summary: action === 'open' ? 'Begin a campaign, or begin it again' : 'End a campaign',
      audit: `campaign.${action}`,
      schema: { params, body: CampaignVersion, response: { 200: Campaign } },
      handler: ({ params: { id }, body, act, caller }) =>
        act(id, async (tx, scope, entry) => {
          const { version } = body
          await changeState(tx, scope, action, { id, version, now: clock.now() }, entry)
          return getCampaign(tx, campaignViewerOf(scope, caller?.person), id, today())
        }),
    })
  return [
    defineRoute({
      ...reading,
      operationId: 'listCampaigns',
      path: '/api/campaigns',
      summary: 'Campaigns of the caller’s units and of those above, one page',
      schema: { query: CampaignQuery, response: { 200: CampaignPage } },
      handler: ({ query, read, caller }) =>
        read((tx, scope) => listCampaigns(tx, campaignViewerOf(scope, caller?.person), query)),
    }),
    defineRoute({
      ...reading,
      operationId: 'getCampaign',
      path: '/api/campaigns/:id',
      summary: 'One campaign with its stages, tasks and periods',
      schema: { params, response: { 200: Campaign } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => getCampaign(tx, campaignViewerOf(scope, caller?.person), id, today())),
    }),
    change('open'),
    change('close'),
    defineRoute({
      ...keeping,
      operationId: 'renewCampaign',
      path: '/api/campaigns/:id/renew',
      summary: 'Make a draft of the same plan for another year',
      audit: 'campaign.renew',
      schema: { params, body: CampaignYear, response: { 201: Campaign } },
      handler: async ({ params: { id }, body: { year }, act, caller, reply }) => {
        const made = await act<Campaign>(
          campaign => campaign.id,
          async (tx, scope, entry) => {
            const next = await renewCampaign(tx, scope, { id, year, now: clock.now() }, entry)
            return getCampaign(tx, campaignViewerOf(scope, caller?.person), next, today())
          },
        )
        reply.status(201)
        return made
      },
    }),
    defineRoute({
      ...keeping,
      operationId: 'saveCampaign',
      path: '/api/campaigns/:id/pack',
      summary: 'The pack of a campaign as a ZIP',
      audit: 'campaign.save',
      schema: { params, body: nothing, response: { 200: { mediaTypes: ['application/zip'] } } },
      handler: async ({ params: { id }, act, reply }) => {
        const { name, pack } = await act(id, async (tx, scope, entry) => {
          const row = await holdCampaign(tx, scope, id)
          entry.words = row.name
          entry.unitId = row.unitId
          return row
        })
        return reply
          .header('content-disposition', attachment(`${name}.zip`))
          .type('application/zip')
          .send(Buffer.from(zipPack(pack)))
      },
    }),
  ]
}
