import fc from 'fast-check'
import { expect, test } from 'vitest'
import { xml } from './index.ts'

test('what XML cannot hold is left out, the rest is escaped', () => {
  expect(xml`<a>${'甲\u0000\u0007<b>&\uffff\ud800\t'}</a>`.markup).toBe('<a>甲&lt;b&gt;&amp;\ufffd\t</a>')
})

test('no text has a character outside XML 1.0', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(xml`${text}`.markup).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
    }),
  )
})
