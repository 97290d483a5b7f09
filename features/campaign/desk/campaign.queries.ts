import { answer, api } from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  BoundPage,
  BoundQuery,
  Campaign,
  CampaignPage,
  CampaignQuery,
  Commitment,
  CommitmentPage,
  CommitmentQuery,
  CommitmentTally,
  PackPreview,
  PeriodClosing,
  PeriodOpening,
  TaskDetail,
  UnitTaskList,
} from '../contract/index.ts'

/** All of the plan looks again after a deed: lists, pages, counts. */
const key = 'campaigns'
const idOf = (id: string) => ({ path: { id } })

export function campaignsQuery(query: CampaignQuery) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }): Promise<CampaignPage> =>
      answer(api.GET('/api/campaigns', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function campaignQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }): Promise<Campaign> =>
      answer(api.GET('/api/campaigns/{id}', { params: idOf(id), signal })),
  })
}

export function talliesQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'tallies', id],
    queryFn: async ({ signal }): Promise<CommitmentTally[]> =>
      (await answer(api.GET('/api/campaigns/{id}/commitments', { params: idOf(id), signal }))).rows,
  })
}

export function taskQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'task', id],
    queryFn: ({ signal }): Promise<TaskDetail> =>
      answer(api.GET('/api/tasks/{id}', { params: idOf(id), signal })),
  })
}

export function boundUnitsQuery(id: string, query: BoundQuery) {
  return queryOptions({
    queryKey: [key, 'bound', id, query],
    queryFn: ({ signal }): Promise<BoundPage> =>
      answer(api.GET('/api/tasks/{id}/units', { params: { ...idOf(id), query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function unitTasksQuery(unit: string | undefined) {
  return queryOptions({
    queryKey: [key, 'unit-tasks', unit ?? null],
    queryFn: ({ signal }): Promise<UnitTaskList> =>
      answer(api.GET('/api/unit-tasks', { params: { query: unit ? { unit } : {} }, signal })),
  })
}

export function commitmentsQuery(query: CommitmentQuery) {
  return queryOptions({
    queryKey: [key, 'commitments', query],
    queryFn: ({ signal }): Promise<CommitmentPage> =>
      answer(api.GET('/api/commitments', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function commitmentQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'commitment', id],
    queryFn: ({ signal }): Promise<Commitment> =>
      answer(api.GET('/api/commitments/{id}', { params: idOf(id), signal })),
  })
}

export type CampaignStep =
  | { readonly act: 'open' | 'close'; readonly id: string; readonly version: number }
  | { readonly act: 'renew'; readonly id: string; readonly year: number }
  | { readonly act: 'issue' | 'remind'; readonly id: string; readonly key: string }
  | { readonly act: 'open-period'; readonly id: string; readonly opening: PeriodOpening }
  | { readonly act: 'close-period'; readonly id: string; readonly closing: PeriodClosing }
  | { readonly act: 'sign'; readonly id: string; readonly version: number; readonly sha256: string }
  | PackStep

type PackStep = {
  readonly act: 'load'
  readonly file: File
  readonly unit: string | undefined
  readonly version: number | null
}

/** One deed; everything of the plan looks again, also when it was refused. */
export function useCampaignStep() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: sendStep,
    onSettled: () => Promise.all([key, 'work'].map(name => client.invalidateQueries({ queryKey: [name] }))),
  })
}

/** @returns the campaign a deed made or changed, the number of units it reached, or nothing. */
async function sendStep(step: CampaignStep): Promise<{ campaign?: Campaign; units?: number }> {
  switch (step.act) {
    case 'open':
    case 'close': {
      const order = { params: idOf(step.id), body: { version: step.version } }
      const path = step.act === 'open' ? '/api/campaigns/{id}/open' : '/api/campaigns/{id}/close'
      return { campaign: await answer(api.POST(path, order)) }
    }
    case 'renew': {
      const body = { year: step.year }
      return {
        campaign: await answer(api.POST('/api/campaigns/{id}/renew', { params: idOf(step.id), body })),
      }
    }
    case 'issue':
    case 'remind': {
      const order = { params: idOf(step.id), body: { key: step.key } }
      const path =
        step.act === 'issue' ? '/api/campaigns/{id}/commitments' : '/api/campaigns/{id}/commitments/remind'
      return { units: (await answer(api.POST(path, order))).units }
    }
    case 'open-period':
      await answer(api.POST('/api/tasks/{id}/openings', { params: idOf(step.id), body: step.opening }))
      return {}
    case 'close-period':
      await answer(api.POST('/api/tasks/{id}/openings/close', { params: idOf(step.id), body: step.closing }))
      return {}
    case 'sign': {
      const { version, sha256 } = step
      await answer(
        api.POST('/api/commitments/{id}/sign', { params: idOf(step.id), body: { version, sha256 } }),
      )
      return {}
    }
    default:
      return { campaign: await sendPack(step) }
  }
}

const form = (file: File) => ({
  body: { file: file.name },
  bodySerializer: () => {
    const data = new FormData()
    data.set('file', file, file.name)
    return data
  },
})

function sendPack({ file, unit, version }: PackStep): Promise<Campaign> {
  const query = { ...(unit ? { unit } : {}), ...(version === null ? {} : { version }) }
  return answer(api.POST('/api/campaign-packs', { params: { query }, ...form(file) }))
}

/** @returns what loading a pack would do. @throws ProblemError */
export function checkPack(file: File, unit: string | undefined, signal: AbortSignal): Promise<PackPreview> {
  const query = unit ? { unit } : {}
  return answer(api.POST('/api/campaign-packs/check', { params: { query }, ...form(file), signal }))
}
