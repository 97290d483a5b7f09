/** At sign-out a device forgets what the server has; what it has not stays, for the same person alone. */
import { beforeSignOut } from '@jianbao/ui'
import i18next from 'i18next'
import { getReport, saveReport } from '../report.queries.ts'
import { deviceDrafts, type KeptDraft } from './device-drafts.ts'
import { draftOf } from './draft-of.ts'
import { emptyDraft, isBlank, mergeDrafts } from './merge-drafts.ts'
import { openKeepers } from './open-keepers.ts'
import { sendPhoto } from './send-photo.ts'

export function forgetAtSignOut(namespace: string): void {
  beforeSignOut(async personId => {
    const left = await leaveDrafts(personId)
    return left === 0 ? null : i18next.t('leftBehind', { ns: namespace, count: left })
  })
}

/** Answers how many drafts the server would not take. */
async function leaveDrafts(personId: string): Promise<number> {
  await Promise.all([...openKeepers].map(keeper => keeper.putAway()))
  const device = deviceDrafts(personId)
  let left = 0
  // A browser that keeps nothing holds nothing back.
  for (const kept of await device.list().catch(() => [])) {
    try {
      const photos = await device.photos(kept.reportId)
      if (!kept.onServer && (photos.length > 0 || !isBlank(kept.mine))) await bring(kept)
      for (const photo of photos) await sendPhoto(kept.reportId, photo)
      await device.drop(kept.reportId)
    } catch {
      left++
    }
  }
  return left
}

/** Throws what the server answered, or when a person has to choose first. */
async function bring({ reportId, mine, base }: KeptDraft): Promise<void> {
  try {
    await saveReport(reportId, { ...mine, version: base?.version ?? null })
  } catch {
    const theirs = draftOf(await getReport(reportId))
    const { draft, conflicts } = mergeDrafts(base ?? emptyDraft(mine.unitId), mine, theirs)
    if (conflicts.length) throw new Error('somebody has to choose')
    await saveReport(reportId, draft)
  }
}
