/** A complaint by telephone, as the desk types it; tests change what they are about. */
export function phoneForm(change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    person: { kind: 'new', details: { given: 'أحمد', father: 'محمود', family: 'الخطيب', mobile: '0791234567' } },
    type: 'complaint',
    channel: 'phone',
    form: 'oral',
    subject: 'تأخر إصدار رخصة المهن',
    text: 'قدمت طلب الرخصة قبل شهر ولم يصدر القرار.',
    subjects: ['procedure'],
    cause: 'long_waiting',
    numberTold: 'told',
    ...change,
  }
}
