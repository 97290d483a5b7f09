import { expect, test } from 'vitest'
import { networkOf, openNetworkRates } from './network-rates.ts'

const limits = { join: 60, 'phone-code': 6, paper: 600, 'hand-in': 600, 'wrong-code': 2 }

test('a network may so often, then waits as long as it is told, and others are not held up', () => {
  let now = 0
  const rates = openNetworkRates(limits, () => now)
  for (let at = 0; at < 60; at++) expect(rates.take(`10.1.2.${at}`, 'join')).toBe(0)
  expect(rates.take('10.1.2.200', 'join')).toBe(1)
  expect(rates.take('10.1.3.1', 'join')).toBe(0)
  expect(rates.take('10.1.2.1', 'paper')).toBe(0)
  now += 1000
  expect(rates.take('10.1.2.1', 'join')).toBe(0)
  expect(rates.take('10.1.2.1', 'join')).toBe(1)
  expect([1, 2, 3].map(() => rates.take('10.1.2.1', 'wrong-code'))).toEqual([0, 0, 30])
})

test('networks are /24 and /64, however an address is written', () => {
  expect(networkOf('::ffff:10.1.2.3')).toBe(networkOf('10.1.2.99'))
  expect(networkOf('2001:db8::1')).toBe(networkOf('2001:0db8:0:0:ffff::9'))
  expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8::1'))
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf(undefined)).toBe('gone')
})

test('many networks do not fill the memory, and a limit of nothing lets nobody in', () => {
  let now = 0
  const rates = openNetworkRates(limits, () => now)
  for (let at = 0; at < 120_000; at++) {
    now += 0.01
    rates.take(`2001:db8:${(at >> 16).toString(16)}:${(at & 65_535).toString(16)}::1`, 'join')
  }
  expect(rates.size).toBeLessThanOrEqual(100_000)
  expect(openNetworkRates({ ...limits, join: 0 }).take('10.0.0.1', 'join')).toBe(60)
})
