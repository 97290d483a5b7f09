import type { Typesetting } from '@jianbao/bulletin/server'
import type { Typesetter } from '@jianbao/typesetting'

/** Typesetting for the rooms. Nothing of it is loaded, and no child process started, before the first page is asked for. */
export function openTypesetting(options: {
  version: string
  fontFolder: string
  timeoutMs: number
}): Typesetting {
  const { version, fontFolder, timeoutMs } = options
  const load = () => import('@jianbao/typesetting')
  let typesetter: Promise<Typesetter> | null = null
  const open = async (): Promise<Typesetter> =>
    (await load()).openTypesetter({ fontFolders: [fontFolder], timeoutMs })
  return {
    version,
    compose: async document => (await load()).bulletinFromDocument(document),
    text: async bulletin => (await load()).typesetText(bulletin),
    html: async (bulletin, { standalone }) => {
      const { renderHtml } = await import('@jianbao/typesetting/html')
      return renderHtml(bulletin, { standalone })
    },
    docx: async bulletin => (await load()).typesetDocx(bulletin),
    pdf: async (bulletin, wish) => {
      typesetter ??= open()
      return (await (await typesetter).typesetPdf(bulletin, wish)).pdf
    },
    close: async () => {
      await (await typesetter)?.close()
    },
  }
}
