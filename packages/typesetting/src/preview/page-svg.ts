import { createHash } from 'node:crypto'
import { escapeHtml } from '../html/escape.ts'
import { glyphScale, glyphShape } from './glyph-shapes.ts'
import { type Mark, type ReadPages, short } from './read-pages.ts'

export type PageSvg = {
  /** The same for the same page, whichever number it has and whatever stands on the others. */
  hash: string
  /** Null when the asker knows the page. */
  svg: string | null
}

/** What an image of a page is: by its data URL, a name of its content and the address that stands in its place. */
export type ImageNames = (data: string) => { digest: string; address: () => string }

/** Each page as an SVG that stands alone: no script, no style, its ids no other page has. */
export function writePages(read: ReadPages, known: ReadonlySet<string>, names: ImageNames): PageSvg[] {
  return read.pages.map(marks => {
    const body = marks.map(mark => writeMark(mark, names)).join('')
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
    return { hash, svg: known.has(hash) ? null : writePage(read, marks, body, hash, names) }
  })
}

function writeMark(mark: Mark, names: ImageNames): string {
  switch (mark.kind) {
    case 'glyph': {
      const fill = mark.fill === '#000000' ? '' : ` fill="${mark.fill}"`
      return `<use href="#${mark.id}" x="${short(mark.x)}" y="${short(mark.y)}"${fill}/>`
    }
    case 'shape':
      return `<path transform="translate(${short(mark.x)} ${short(mark.y)})"${mark.attributes}/>`
    case 'image': {
      const place = `x="${short(mark.x)}" y="${short(mark.y)}" width="${short(mark.width)}" height="${short(mark.height)}"`
      const href = `image:${escapeHtml(names(mark.data).digest)}`
      return `<image ${place} preserveAspectRatio="none" href="${href}"/>`
    }
    case 'open':
      return `<g${mark.attributes}>`
    case 'close':
      return '</g>'
  }
}

function writePage(
  read: ReadPages,
  marks: readonly Mark[],
  body: string,
  hash: string,
  names: ImageNames,
): string {
  const ids = new Map<string, string>()
  const prefix = `p${hash.replace(/[^0-9a-z]/giu, '').slice(0, 9)}-`
  const ownIds = body.replace(/#([gc][0-9A-F]+)(?=["')])/gu, (_, id: string) => {
    const own = ids.get(id) ?? `${prefix}${ids.size.toString(36)}`
    ids.set(id, own)
    return `#${own}`
  })
  const definitions = [...ids].map(([id, own]) => define(id, own, () => read.definition(id) ?? ''))
  const { widthPt, heightPt } = read
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(widthPt)} ${short(heightPt)}">`
  const whole = `${open}<defs>${definitions.join('')}</defs><path fill="#fff" d="M0 0h${short(widthPt)}v${short(heightPt)}H0z"/>${ownIds}</svg>`
  return marks.some(mark => mark.kind === 'image') ? withAddresses(whole, marks, names) : whole
}

function define(id: string, own: string, definition: () => string): string {
  if (id.startsWith('c')) return `<clipPath id="${own}">${definition()}</clipPath>`
  return `<path id="${own}" transform="scale(${glyphScale})" d="${glyphShape(id, definition)}"/>`
}

function withAddresses(svg: string, marks: readonly Mark[], names: ImageNames): string {
  const addresses = new Map<string, () => string>()
  for (const mark of marks) {
    if (mark.kind !== 'image') continue
    const { digest, address } = names(mark.data)
    addresses.set(escapeHtml(digest), address)
  }
  return svg.replace(
    /href="image:([^"]*)"/gu,
    (_, digest: string) => `href="${escapeHtml(addresses.get(digest)?.() ?? '')}"`,
  )
}
