/** The same issue through a browser's print and through LibreOffice. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { findFaces, renderHtml, typesetDocx } from '@jianbao/typesetting'
import { openBrowser } from '../e2e/browser.ts'
import { medianMs } from './timing.ts'
import { images, issue } from './typesetting-issues.ts'

const root = join(import.meta.dirname, '..')

/** The HTML of the issue, in the same faces, printed to A4 by a browser that is already open, as a server would keep it. */
export async function chromiumPrintMs(
  times: number,
  folder: string,
  leftOut: string[],
): Promise<number | null> {
  const browser = await openBrowser().catch((error: Error) => {
    leftOut.push(`Chromium print: ${error.message.split('\n')[0]}`)
    return null
  })
  if (!browser) return null
  try {
    const file = join(folder, 'issue.html')
    let round = 0
    const print = async () => {
      const html = renderHtml(issue(2000 + round++), { images, standalone: true })
      writeFileSync(file, html.replace('</head>', `<style>${fontFaces()}</style></head>`))
      const page = await browser.newPage()
      await page.goto(`file://${file}`, { waitUntil: 'load' })
      await page.evaluate('document.fonts.ready')
      await page.pdf({ preferCSSPageSize: true, tagged: true })
      await page.close()
    }
    await print()
    return await medianMs(times, print)
  } finally {
    await browser.close()
  }
}

/** The faces of the PDF for the browser, under the family names the stylesheet asks for first. */
function fontFaces(): string {
  const unpacked = join(root, 'node_modules/.cache/jianbao-fonts')
  const names = {
    fangsong: 'FangSong',
    biaosong: 'FZXiaoBiaoSong-B05S',
    kai: 'KaiTi',
    hei: 'SimHei',
    song: 'SimSun',
  }
  return Object.values(findFaces().faces)
    .filter(face => face !== null)
    .map(face => {
      const name = basename(face.file, '.woff2')
      const plain = existsSync(unpacked) && readdirSync(unpacked).find(entry => entry.startsWith(name))
      const file = plain ? join(unpacked, plain) : face.file
      return `@font-face{font-family:"${names[face.role]}";src:url("file://${file}")}`
    })
    .join('\n')
}

export async function libreOfficeMs(
  times: number,
  folder: string,
  leftOut: string[],
): Promise<number | null> {
  const office = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].find(
    existsSync,
  )
  if (!office) {
    leftOut.push('LibreOffice: not installed')
    return null
  }
  const source = join(folder, 'issue.docx')
  writeFileSync(source, await typesetDocx(issue(0), { images }))
  const args = [
    `-env:UserInstallation=file://${folder}/office`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
  ]
  const convert = async () => {
    await promisify(execFile)(office, [...args, source])
  }
  await convert()
  return medianMs(times, convert)
}
