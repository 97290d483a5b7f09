import { type ZipPart, zipFile } from '@jianbao/testkit'

const ns = 'http://schemas.openxmlformats.org'
const xml = (name: string, content: string): ZipPart => ({
  name,
  content: `<?xml version="1.0" encoding="UTF-8"?>${content}`,
})

/** A Word document of these paragraphs, the first of them in the style of a title when `titled`. */
export function wordFile(
  paragraphs: readonly string[],
  more: readonly ZipPart[] = [],
  titled = false,
): Buffer {
  const body = paragraphs.map((words, i) => {
    const style = titled && i === 0 ? '<w:pPr><w:pStyle w:val="Title"/></w:pPr>' : ''
    return `<w:p>${style}<w:r><w:t>${words}</w:t></w:r></w:p>`
  })
  return zipFile([
    xml(
      '[Content_Types].xml',
      `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    xml(
      '_rels/.rels',
      `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="d" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    xml(
      'word/document.xml',
      `<w:document xmlns:w="${ns}/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
    ),
    xml(
      'word/styles.xml',
      `<w:styles xmlns:w="${ns}/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
    ),
    ...more,
  ])
}
