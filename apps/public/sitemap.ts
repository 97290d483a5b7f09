import { type Html, type SiteAddress, xml } from '@jianbao/platform/html'

/** A file of the protocol holds 50,000 addresses; more are parted, and an index names the parts. */
export const mostAddresses = 50_000
const head = xml`<?xml version="1.0" encoding="UTF-8"?>
`
const space = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The sitemap, or its part when the addresses are too many for one file; null for a part that is not there. */
export function viewSitemap(
  addresses: readonly SiteAddress[],
  origin: string,
  part: number | null,
  most = mostAddresses,
): Html | null {
  const parts = Math.ceil(addresses.length / most)
  if (part === null && parts > 1)
    return xml`${head}<sitemapindex xmlns="${space}">${Array.from(
      { length: parts },
      (_, at) => xml`<sitemap><loc>${origin}/sitemap.xml?part=${at + 1}</loc></sitemap>`,
    )}</sitemapindex>
`
  if (part !== null && (part < 1 || part > parts)) return null
  const from = ((part ?? 1) - 1) * most
  return xml`${head}<urlset xmlns="${space}">${addresses.slice(from, from + most).map(
    ({ path, modifiedAt }) =>
      xml`<url><loc>${origin + path}</loc>${modifiedAt && xml`<lastmod>${modifiedAt.toISOString()}</lastmod>`}</url>
`,
  )}</urlset>
`
}
