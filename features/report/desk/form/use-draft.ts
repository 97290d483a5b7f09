import { onSignedInAgain } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Report, ReportDraft } from '../../contract/index.ts'
import { getReport, saveReport } from '../report.queries.ts'
import { deviceDrafts } from './device-drafts.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { openKeepers } from './open-keepers.ts'
import { PhotoQueue } from './photo-queue.ts'
import { editPhoto, removePhoto, sendPhoto } from './send-photo.ts'

type Opened = { readonly keeper: DraftKeeper; readonly photos: PhotoQueue }
type OpenDraft = {
  readonly reportId: string
  readonly personId: string
  readonly unitId: string
  /** Nobody has it yet: the server is not asked. */
  readonly fresh: boolean
  /** What a fresh one begins with. */
  readonly begin: ((draft: ReportDraft) => ReportDraft) | null
}

export type DraftLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  /** It has left the hands of its unit: there is nothing to write. */
  | { readonly state: 'away'; readonly report: Report }
  | ({ readonly state: 'open' } & Opened)

/** Opens what the device and the server have of a draft, and keeps it as long as the form is there. */
export function useDraft(asked: OpenDraft | null): DraftLoad {
  const client = useQueryClient()
  const [load, setLoad] = useState<DraftLoad>({ state: 'loading' })
  const { reportId, personId } = asked ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once for each report; the rest is how it begins
  useEffect(() => {
    if (!asked) return
    let gone = false
    let opened: Opened | null = null
    const signedOut = () => void client.invalidateQueries({ queryKey: ['session'] })
    openDraft(asked, signedOut).then(
      next => {
        if (next.state === 'open') opened = next
        if (gone) shut(opened)
        else setLoad(next)
      },
      error => gone || setLoad({ state: 'failed', error }),
    )
    const back = () => {
      opened?.keeper.retry()
      opened?.photos.retry()
    }
    const look = () => document.visibilityState === 'visible' && void opened?.keeper.look()
    addEventListener('online', back)
    document.addEventListener('visibilitychange', look)
    const stop = onSignedInAgain(back)
    return () => {
      gone = true
      removeEventListener('online', back)
      document.removeEventListener('visibilitychange', look)
      stop()
      shut(opened)
    }
  }, [reportId, personId])
  return load
}

function shut(opened: Opened | null): void {
  if (opened) openKeepers.delete(opened.keeper)
  opened?.keeper.close()
  opened?.photos.close()
}

async function openDraft(
  { reportId, personId, unitId, fresh, begin }: OpenDraft,
  onSignedOut: () => void,
): Promise<DraftLoad> {
  const device = deviceDrafts(personId)
  const kept = await device.find(reportId).catch(() => undefined)
  // What the server never had is not asked for; should it know it all the same, saving will say so.
  const unknown = kept ? kept.base === null : fresh
  const report = unknown ? null : await findReport(reportId, kept !== undefined)
  if (report && !report.actions.includes('edit')) return { state: 'away', report }
  const keeper = new DraftKeeper(
    reportId,
    {
      put: draft => saveReport(reportId, draft),
      get: () => getReport(reportId),
      keep: draft => device.keep(draft),
      now: () => new Date(),
      onSignedOut,
    },
    { kept, report, unitId },
  )
  if (!kept && !report && begin) keeper.change(begin)
  const photos = new PhotoQueue(
    {
      ready: () => keeper.ensure(),
      upload: (photo, onSent) => sendPhoto(reportId, { ...photo, caption: '' }, onSent),
      edit: (photoId, edit) => editPhoto(reportId, photoId, edit),
      remove: photoId => removePhoto(reportId, photoId),
      keep: async photo => {
        await device.keepPhoto(reportId, photo)
        await keeper.keepNow()
      },
      drop: photoId => device.dropPhoto(reportId, photoId).catch(() => undefined),
      newId: () => crypto.randomUUID(),
    },
    report?.photos ?? [],
  )
  photos.resume(await device.photos(reportId).catch(() => []))
  openKeepers.add(keeper)
  return { state: 'open', keeper, photos }
}

/** With a copy on the device it goes on without the server. */
async function findReport(id: string, kept: boolean): Promise<Report | null> {
  try {
    return await getReport(id)
  } catch (error) {
    if (kept) return null
    throw error
  }
}

export function useKeeper(keeper: DraftKeeper) {
  return useSyncExternalStore(keeper.subscribe, keeper.snapshot)
}

export function usePhotos(photos: PhotoQueue) {
  return useSyncExternalStore(photos.subscribe, photos.snapshot)
}
