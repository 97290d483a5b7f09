import { PageHeader } from '@jianbao/ui'
import { archiveTexts } from './archive.texts.ts'
import { BatchList } from './batch-list.tsx'
import { DocumentList } from './document-list.tsx'
import { DropZone } from './drop-zone.tsx'
import { StartReview } from './start-review.tsx'
import { UploadPanel } from './upload-panel.tsx'
import { uploadDesk } from './uploads.ts'

export default function DocumentListPage() {
  const t = archiveTexts.useTexts()
  return (
    <>
      <PageHeader title={t('menu')} note={t('listNote')} actions={<StartReview />} />
      <DropZone onFiles={uploadDesk.add} />
      <UploadPanel />
      <BatchList />
      <DocumentList />
    </>
  )
}
