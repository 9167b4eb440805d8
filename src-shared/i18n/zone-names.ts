import type { PlainMessage } from './messages.ts'

/** What people call the time zones that an office may choose, by IANA name. */
export const zoneNames: Readonly<Record<string, PlainMessage>> = {
  'Asia/Riyadh': { ar: 'الرياض', en: 'Riyadh' },
  'Asia/Amman': { ar: 'عمّان', en: 'Amman' },
  'Africa/Cairo': { ar: 'القاهرة', en: 'Cairo' },
  'Asia/Hebron': { ar: 'الخليل', en: 'Hebron' },
  'Asia/Gaza': { ar: 'غزة', en: 'Gaza' },
}
