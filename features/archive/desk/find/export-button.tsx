import { DownloadOutlined } from '@ant-design/icons'
import { receiveFile, useProblemText } from '@jianbao/ui'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { SearchQuery } from '../../contract/index.ts'
import { findTexts } from './find.texts.ts'

/** All hits under the filters that are shown, in their order, as an Excel workbook. */
export function ExportButton({ filters }: { filters: SearchQuery }) {
  const t = findTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const { page: _page, ...query } = filters
  const save = useMutation({
    mutationFn: () => receiveFile('/api/search/export', query, () => undefined),
    onSuccess: file => void message.success(t('saved', { file })),
    onError: error => void message.error(text(error)),
  })
  return (
    <Button
      icon={<DownloadOutlined aria-hidden="true" />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {t('export')}
    </Button>
  )
}
