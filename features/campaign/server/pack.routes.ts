import { Problem } from '@jianbao/errors'
import { localDay } from '@jianbao/platform/clock'
import { defineRoute, type Route, type RouteContext, receiveUpload } from '@jianbao/platform/http'
import {
  Campaign,
  campaignKeepers,
  PackLoadQuery,
  PackPreview,
  PackUploadQuery,
  packProblemLine,
} from '../contract/index.ts'
import type { CampaignServices } from './campaign.services.ts'
import { getCampaign } from './get-campaign.ts'
import { campaignViewerOf } from './list-campaigns.ts'
import { openPackZip } from './pack/open-source.ts'
import type { PackReading } from './pack/pack.types.ts'
import { readPack } from './pack/read-pack.ts'
import { checkUnits } from './plan/check-units.ts'
import { loadPack } from './plan/load-pack.ts'
import { previewPack, unitOfPack } from './plan/preview-pack.ts'

const limitBytes = 4 * 1024 * 1024
const common = {
  tags: ['campaigns'],
  access: campaignKeepers,
  method: 'POST',
  perMinute: 60,
  upload: { field: 'file' },
} as const

/** A pack is sent twice: to see what it would change, and to change that. Nothing of it is kept in between. */
export function packRoutes({ clock, files }: CampaignServices): Route[] {
  const receive = async (
    request: RouteContext<{ response: Record<number, never> }>['request'],
  ): Promise<{ reading: PackReading; fileName: string }> => {
    const { fileName, file } = await receiveUpload(request, files, { field: 'file', limitBytes })
    try {
      return { fileName, reading: readPack(await openPackZip(await file.read(), fileName)) }
    } finally {
      await file.discard()
    }
  }
  return [
    defineRoute({
      ...common,
      operationId: 'checkPack',
      path: '/api/campaign-packs/check',
      summary: 'What is wrong with a campaign pack, or what loading it would change',
      audit: null,
      unrecorded: 'it looks at a file and keeps nothing of it',
      schema: { query: PackUploadQuery, response: { 200: PackPreview } },
      handler: async ({ query, request, read, language }) => {
        const { reading } = await receive(request)
        return read((tx, scope) => previewPack(tx, scope, unitOfPack(scope, query.unit), reading, language))
      },
    }),
    defineRoute({
      ...common,
      operationId: 'loadPack',
      path: '/api/campaign-packs',
      summary: 'Make a campaign of a pack, or renew the one it made before',
      audit: 'campaign.load',
      schema: { query: PackLoadQuery, response: { 200: Campaign } },
      handler: async ({ query, request, act, caller, language }) => {
        const { reading, fileName } = await receive(request)
        return act<Campaign>(
          campaign => campaign.id,
          async (tx, scope, entry) => {
            const unitId = unitOfPack(scope, query.unit)
            const problems = reading.pack ? await checkUnits(tx, scope, unitId, reading) : reading.problems
            const [first] = problems
            if (!reading.pack || first)
              throw new Problem('pack-invalid', {
                count: problems.length,
                first: first ? packProblemLine(first, language) : '',
              })
            const { pack } = reading
            const expected = query.version ?? null
            const now = clock.now()
            const loaded = await loadPack(tx, scope, { unitId, pack, now, expected })
            entry.words = pack.campaign.name
            entry.unitId = unitId
            entry.after = { file: fileName, changes: loaded.changes.length }
            return getCampaign(tx, campaignViewerOf(scope, caller?.person), loaded.campaignId, localDay(now))
          },
        )
      },
    }),
  ]
}
