import type { Typesetting } from '@jianbao/bulletin/server'
import type { CertificateTypesetting } from '@jianbao/contest/server'
import type { CircularTypesetting } from '@jianbao/scoring/server'
import type {
  DocxOptions,
  Preview,
  PreviewOptions,
  TypesetOptions,
  TypesetPdf,
  Typesetter,
  TypesetterOptions,
} from '@jianbao/typesetting'
import type { TypesetDocument } from '@jianbao/typesetting/contract'
import type { HtmlOptions } from '@jianbao/typesetting/html'

/** What the desk asks while an issue is being made and when it is issued. */
export type DeskTypesetting = {
  /**
   * The pages while they are being written, in a process of their own, so that a long PDF never holds up typing.
   * Give `known` (hashes of the pages shown), `supersede` (one name for each window: a later call refuses those that
   * wait with `typesetting-superseded`), `imageAddresses`, and images as `{ id, read }`, read once.
   */
  preview(document: TypesetDocument, options?: PreviewOptions): Promise<Preview>
  /** The PDF with all that is kept beside it: pages, faces, missing characters, conformity. Give `createdAt`. */
  setPdf(document: TypesetDocument, options?: TypesetOptions): Promise<TypesetPdf>
}

/** What bulletins, circulars and the desk ask of typesetting, in one. */
export type OfficeTypesetting = Typesetting & CircularTypesetting & CertificateTypesetting & DeskTypesetting

/** Typesetting for the rooms. Nothing of it is loaded, and no child process started, before the first page is asked for. */
export function openTypesetting(options: {
  version: string
  fontFolder: string
  timeoutMs: number
}): OfficeTypesetting {
  const { version, fontFolder, timeoutMs } = options
  const load = () => import('@jianbao/typesetting')
  let typesetter: Promise<Typesetter> | null = null
  let previewer: Promise<Typesetter> | null = null
  const open = async (more: Pick<TypesetterOptions, 'recycleAfter'> = {}): Promise<Typesetter> =>
    (await load()).openTypesetter({ fontFolders: [fontFolder], timeoutMs, ...more })
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
      return (await (await typesetter).typesetPdf(document, { ...wish, measure: false })).pdf
    },
    certificate: async (certificate, createdAt) => {
      typesetter ??= open()
      return (await (await typesetter).typesetPdf(certificate, { createdAt, measure: false })).pdf
    },
    setPdf: async (document, wish) => {
      typesetter ??= open()
      return (await typesetter).typesetPdf(document, wish)
    },
    preview: async (document, wish) => {
      previewer ??= open({ recycleAfter: { jobs: 5000, rssBytes: 700 * 2 ** 20 } })
      return (await previewer).previewPages(document, wish)
    },
    close: async () => {
      for (const opened of [typesetter, previewer]) await (await opened)?.close()
    },
  }
}
