import { answer, api, useProblemText } from '@jianbao/ui'
import { App } from 'antd'
import type { DocumentPage, DocumentQuery, DocumentSummary } from '../contract/index.ts'
import { useAcceptDocuments } from './document.queries.ts'
import { importTexts } from './import.texts.ts'

const atOnce = 500
const pageSize = 100

/** May go into the archive without anybody looking at it again. */
export function isClear(document: DocumentSummary): boolean {
  return document.may.includes('accept') && document.doubts === 0
}

/** @returns functions that accept the documents given, or all without doubts under the filters, after asking. */
export function useAcceptance(filters: DocumentQuery) {
  const t = importTexts.useTexts()
  const text = useProblemText()
  const { modal, message } = App.useApp()
  const accepting = useAcceptDocuments()

  const accept = async (documents: readonly DocumentSummary[]): Promise<void> => {
    const names = new Map(documents.map(document => [document.id, document.fileName]))
    const refused: { id: string; reason: string }[] = []
    let accepted = 0
    try {
      for (let from = 0; from < documents.length; from += atOnce) {
        const ids = documents.slice(from, from + atOnce).map(document => document.id)
        const result = await accepting.mutateAsync(ids)
        accepted += result.accepted.length
        refused.push(...result.refused)
      }
    } catch (error) {
      void message.error(text(error))
    }
    if (accepted > 0) void message.success(t('accepted', { count: accepted }))
    if (refused.length > 0)
      modal.warning({
        title: t('acceptRefusedTitle', { count: refused.length }),
        content: (
          <ul>
            {refused.map(({ id, reason }) => (
              <li key={id}>
                {names.get(id) ?? id}：{reason}
              </li>
            ))}
          </ul>
        ),
      })
  }

  const acceptAll = async (): Promise<void> => {
    const clear = await findClear(filters).catch((error: unknown) => void message.error(text(error)))
    if (!clear) return
    if (clear.length === 0) return void message.info(t('acceptNone'))
    modal.confirm({
      title: t('acceptAllTitle', { count: clear.length }),
      content: t('acceptAllWords'),
      okText: t('accept'),
      cancelText: t('cancel'),
      onOk: () => accept(clear),
    })
  }
  return { accept, acceptAll, isPending: accepting.isPending }
}

async function findClear({ q, kind, batch }: DocumentQuery): Promise<DocumentSummary[]> {
  const found: DocumentSummary[] = []
  for (let page = 1; ; page++) {
    const query = {
      state: 'read' as const,
      page,
      pageSize,
      ...(q ? { q } : {}),
      ...(kind ? { kind } : {}),
      ...(batch ? { batch } : {}),
    }
    const answered: DocumentPage = await answer(api.GET('/api/documents', { params: { query } }))
    found.push(...answered.rows.filter(isClear))
    if (page * pageSize >= answered.total) return found
  }
}
