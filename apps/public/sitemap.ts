import type { Read } from '@jianbao/platform/access'
import { type Html, type SiteAddress, type SiteRoom, xml } from '@jianbao/platform/html'

/** A file of the protocol holds 50,000 addresses; more are parted, and an index names the parts. */
const mostAddresses = 50_000
const head = xml`<?xml version="1.0" encoding="UTF-8"?>
`
const space = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const first: SiteAddress = { path: '/', modifiedAt: null }

type Asked = { readonly rooms: readonly SiteRoom[]; readonly read: Read; readonly origin: string }

/**
 * The sitemap, or its part when the addresses are too many for one file; null for a part that is not there. No more is
 * read than the file that is asked for: the index needs the number of parts alone.
 */
export async function readSitemap(
  { rooms, read, origin }: Asked,
  part: number | null,
  most = mostAddresses,
): Promise<Html | null> {
  const counts = await Promise.all(rooms.map(room => room.addressParts?.(read) ?? 1))
  const parts = rooms.flatMap((room, nth) =>
    Array.from({ length: counts[nth]! }, (_, at) => () => room.addresses(read, at + 1)),
  )
  if (counts.every(count => count <= 1)) {
    const all = [first, ...(await Promise.all(parts.map(own => own()))).flat()]
    if (all.length <= most) return part === null || part === 1 ? viewAddresses(all, origin) : null
  }
  if (part === null) return viewIndex(parts.length, origin)
  const own = parts[part - 1]
  return own ? viewAddresses([...(part === 1 ? [first] : []), ...(await own())], origin) : null
}

const viewIndex = (parts: number, origin: string): Html =>
  xml`${head}<sitemapindex xmlns="${space}">${Array.from(
    { length: parts },
    (_, at) => xml`<sitemap><loc>${origin}/sitemap.xml?part=${at + 1}</loc></sitemap>`,
  )}</sitemapindex>
`

const viewAddresses = (addresses: readonly SiteAddress[], origin: string): Html =>
  xml`${head}<urlset xmlns="${space}">${addresses.map(
    ({ path, modifiedAt }) =>
      xml`<url><loc>${origin + path}</loc>${modifiedAt && xml`<lastmod>${modifiedAt.toISOString()}</lastmod>`}</url>
`,
  )}</urlset>
`
