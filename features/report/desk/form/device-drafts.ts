/** Drafts on the device itself: they outlive a closed browser, a lost connection and an ended sign-in. */
import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval'
import type { ReportDraft } from '../../contract/index.ts'

export type KeptDraft = {
  readonly reportId: string
  readonly mine: ReportDraft
  /** What the server had when this was begun; null: it never had it. */
  readonly base: ReportDraft | null
  /** The server has all of `mine`. */
  readonly onServer: boolean
  /** ISO moment. */
  readonly keptAt: string
}

/** A photo that waits for its way to the server. */
export type KeptPhoto = { readonly photoId: string; readonly blob: Blob; readonly caption: string }

let opened: UseStore | null = null
const store = (): UseStore => {
  opened ??= createStore('jianbao-drafts', 'drafts')
  return opened
}

/** Those of one person: what another wrote on the same device is out of reach. */
export function deviceDrafts(personId: string) {
  const key = (reportId: string) => `${personId}/${reportId}`
  const photoKey = (reportId: string, photoId: string) => `${key(reportId)}/photo/${photoId}`
  const own = async () =>
    (await entries<string, KeptDraft | KeptPhoto>(store())).filter(([name]) =>
      name.startsWith(`${personId}/`),
    )
  return {
    find: (reportId: string) => get<KeptDraft>(key(reportId), store()),
    keep: (draft: KeptDraft) => set(key(draft.reportId), draft, store()),
    list: async (): Promise<KeptDraft[]> =>
      (await own()).flatMap(([, value]) => ('mine' in value ? [value] : [])),
    photos: async (reportId: string): Promise<KeptPhoto[]> =>
      (await own()).flatMap(([name, value]) =>
        name.startsWith(`${key(reportId)}/photo/`) && 'blob' in value ? [value] : [],
      ),
    keepPhoto: (reportId: string, photo: KeptPhoto) => set(photoKey(reportId, photo.photoId), photo, store()),
    dropPhoto: (reportId: string, photoId: string) => del(photoKey(reportId, photoId), store()),
    /** With its photos. */
    drop: async (reportId: string): Promise<void> => {
      for (const [name] of await own())
        if (name === key(reportId) || name.startsWith(`${key(reportId)}/`)) await del(name, store())
    },
  }
}
