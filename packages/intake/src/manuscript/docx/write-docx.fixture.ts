import { writeZip, type ZipEntry } from '../zip/write-zip.fixture.ts'

const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const rels = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export type DocxParts = {
  /** Inner XML of w:body. */
  body: string
  /** Before the root of the document: a document type. */
  prolog?: string
  /** Style names by their ids. */
  styles?: Readonly<Record<string, string>>
  /** Relationships of the document. */
  links?: readonly { type: string; target: string; external?: boolean }[]
  more?: readonly ZipEntry[]
}

/** One paragraph of Word. */
export function p(
  text: string,
  { style, centred = false, bold = false }: { style?: string; centred?: boolean; bold?: boolean } = {},
): string {
  const properties = `${style ? `<w:pStyle w:val="${style}"/>` : ''}${centred ? '<w:jc w:val="center"/>' : ''}`
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${bold ? '<w:b/>' : ''}</w:rPr><w:t>${text}</w:t></w:r></w:p>`
}

/** A Word document of the parts given, small and valid but for what the test is about. */
export function writeDocx({ body, prolog = '', styles = {}, links = [], more = [] }: DocxParts): Buffer {
  const part = (name: string, xml: string): ZipEntry => ({
    name,
    bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`),
  })
  const styleXml = Object.entries(styles).map(
    ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  )
  const linkXml = links.map(
    ({ type, target, external }, i) =>
      `<Relationship Id="x${i}" Type="${office}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  )
  return writeZip([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${rels}"><Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    part(
      'word/document.xml',
      `${prolog}<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${body}</w:body></w:document>`,
    ),
    part(
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${rels}"><Relationship Id="s" Type="${office}/styles" Target="styles.xml"/>${linkXml.join('')}</Relationships>`,
    ),
    part('word/styles.xml', `<w:styles xmlns:w="${word}">${styleXml.join('')}</w:styles>`),
    ...more,
  ])
}
