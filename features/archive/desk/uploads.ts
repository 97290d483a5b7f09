import { useSyncExternalStore } from 'react'
import { sendFile } from './send-file.ts'
import { createUploadDesk } from './upload-desk.ts'
import type { Upload } from './upload-queue.ts'
import { watchDocuments } from './watch-documents.ts'

/** One per browser tab: files go on being sent while other pages are open. */
export const uploadDesk = createUploadDesk({ sendFile, watch: watchDocuments })

addEventListener('beforeunload', event => {
  if (uploadDesk.hasUnsent()) event.preventDefault()
})

export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(uploadDesk.subscribe, uploadDesk.list)
}
