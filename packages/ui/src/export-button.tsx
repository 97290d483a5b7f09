import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { formatSize } from './format.ts'
import { useProblemText } from './problem-notice.tsx'
import { type ReceiveOptions, receiveFile } from './receive-file.ts'
import { uiTexts } from './ui.texts.ts'

type ExportButtonProps = {
  /** Route of the export, `/api/people/export`. */
  readonly path: string
  /** The filters in force: in the body where the export is recorded. */
  readonly order: Pick<ReceiveOptions, 'query' | 'body'>
  /** What the button says where it is not Excel that comes. */
  readonly label?: string
}

/** Saves what a list shows as an Excel workbook, counts while it comes, and lets go of it when asked. */
export function ExportButton({ path, order, label }: ExportButtonProps) {
  const t = uiTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const [receivedBytes, setReceivedBytes] = useState<number | null>(null)
  const coming = useRef<AbortController>(null)
  const save = async () => {
    const controller = new AbortController()
    coming.current = controller
    setReceivedBytes(0)
    try {
      const onProgress = (progress: { receivedBytes: number }) => setReceivedBytes(progress.receivedBytes)
      const file = await receiveFile(path, { ...order, signal: controller.signal, onProgress })
      void message.success(t('exported', { file }))
    } catch (error) {
      if (!controller.signal.aborted) void message.error(text(error))
    } finally {
      setReceivedBytes(null)
    }
  }
  if (receivedBytes === null)
    return (
      <Button icon={<DownloadOutlined aria-hidden="true" />} onClick={() => void save()}>
        {label ?? t('export')}
      </Button>
    )
  return (
    <Button icon={<DownloadOutlined aria-hidden="true" />} onClick={() => coming.current?.abort()}>
      <span aria-live="polite">
        {receivedBytes > 0 ? t('exportingSize', { size: formatSize(receivedBytes) }) : t('exporting')}
      </span>
      {` · ${t('exportCancel')}`}
    </Button>
  )
}
