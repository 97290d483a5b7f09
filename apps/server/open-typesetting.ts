import type { Typesetting } from '@jianbao/bulletin/server'
import type { CircularTypesetting } from '@jianbao/scoring/server'
import type { DocxOptions, TypesetOptions, Typesetter } from '@jianbao/typesetting'
import type { TypesetDocument } from '@jianbao/typesetting/contract'
import type { HtmlOptions } from '@jianbao/typesetting/html'

/** What bulletins and circulars ask of typesetting, in one. */
export type OfficeTypesetting = Typesetting & CircularTypesetting

/** Typesetting for the rooms. Nothing of it is loaded, and no child process started, before the first page is asked for. */
export function openTypesetting(options: {
  version: string
  fontFolder: string
  timeoutMs: number
}): OfficeTypesetting {
  const { version, fontFolder, timeoutMs } = options
  const load = () => import('@jianbao/typesetting')
  let typesetter: Promise<Typesetter> | null = null
  const open = async (): Promise<Typesetter> =>
    (await load()).openTypesetter({ fontFolders: [fontFolder], timeoutMs })
  return {
    version,
    compose: async document => (await load()).bulletinFromDocument(document),
    text: async (document: TypesetDocument) => (await load()).typesetText(document),
    html: async (document: TypesetDocument, options: HtmlOptions) => {
      const { renderHtml } = await import('@jianbao/typesetting/html')
      return renderHtml(document, options)
    },
    articleHtml: async (article, images) => {
      const { renderArticleBody } = await import('@jianbao/typesetting/html')
      return renderArticleBody(article, { images })
    },
    docx: async (document: TypesetDocument, options: DocxOptions = {}) =>
      (await load()).typesetDocx(document, options),
    pdf: async (document: TypesetDocument, wish: TypesetOptions) => {
      typesetter ??= open()
      return (await (await typesetter).typesetPdf(document, wish)).pdf
    },
    close: async () => {
      await (await typesetter)?.close()
    },
  }
}
