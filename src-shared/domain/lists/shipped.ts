import type { CaseType } from './case-types.ts'
import type { EntryAttributes, ListName } from './events.ts'

interface ShippedEntry {
  readonly code: string
  readonly ar: string
  readonly en: string
  readonly attributes?: Partial<EntryAttributes>
}

const entry = (
  code: string,
  [ar, en]: readonly [ar: string, en: string],
  attributes?: Partial<EntryAttributes>,
): ShippedEntry => (attributes === undefined ? { code, ar, en } : { code, ar, en, attributes })

const like = (behaves: CaseType) => ({ behaves })
const spoken = { synchronous: true }
const under = (parent: string, more: Partial<EntryAttributes> = {}) => ({
  parent: parent as EntryAttributes['parent'],
  ...more,
})

/** First values of every list (C-01, T-01, T-02, T-07, T-08, L-04, F-13); an office edits them. */
export const shippedLists: Readonly<Record<ListName, readonly ShippedEntry[]>> = {
  types: [
    entry('complaint', ['شكوى', 'Complaint'], like('complaint')),
    entry('report', ['بلاغ', 'Report'], like('report')),
    entry('inquiry', ['استفسار', 'Inquiry'], like('inquiry')),
    entry('suggestion', ['اقتراح', 'Suggestion'], like('suggestion')),
    entry('praise', ['ثناء', 'Praise'], like('praise')),
    entry('media', ['شكوى تغطية إعلامية', 'Media-coverage complaint'], like('media')),
  ],
  channels: [
    entry('walk_in', ['الحضور الشخصي', 'Personal attendance'], spoken),
    entry('phone', ['الاتصال الهاتفي', 'Telephone'], spoken),
    entry('contact_centre', ['مركز الاتصال الوطني', 'National contact centre'], spoken),
    entry('hotline', ['الخط الساخن', 'Hotline'], spoken),
    entry('website', ['الموقع الإلكتروني', 'Website form']),
    entry('portal', ['بوابة الحكومة الإلكترونية', 'Government portal']),
    entry('email', ['البريد الإلكتروني', 'E-mail']),
    entry('fax', ['الفاكس', 'Fax']),
    entry('sms', ['الرسائل القصيرة', 'SMS']),
    entry('social', ['حسابات التواصل الاجتماعي', 'Social-media accounts']),
    entry('app', ['التطبيق الذكي', 'Mobile application']),
    entry('local_units', ['الوحدات والإدارات المحلية', 'Local units']),
    entry('newspaper', ['الصحف المحلية والدولية', 'Local and international newspapers']),
    entry('international_report', ['التقارير الدولية', 'International reports']),
    entry('social_monitoring', ['رصد وسائل التواصل الاجتماعي', 'Social-media monitoring']),
    entry('other_media', ['وسائل إعلام أخرى', 'Other media']),
  ],
  services: [
    entry('general', ['تصنيفات عامة', 'General classifications']),
    entry('general.conduct', ['سلوك الموظفين', 'Conduct of employees'], under('general', { complexity: 'complex' })),
    entry('general.waiting', ['مدة الانتظار والازدحام', 'Waiting and crowding'], under('general', { fcrPossible: true })),
    entry(
      'general.information',
      ['معلومات غير صحيحة أو ناقصة', 'Wrong or missing information'],
      under('general', { fcrPossible: true }),
    ),
    entry('general.facilities', ['المرافق وسهولة الوصول', 'Premises and access'], under('general')),
    entry('special', ['تصنيفات خاصة', 'Special classifications']),
    entry(
      'special.permits',
      ['التراخيص والتصاريح', 'Licences and permits'],
      under('special', { complexity: 'complex' }),
    ),
    entry(
      'special.certificates',
      ['الشهادات والوثائق', 'Certificates and documents'],
      under('special', { fcrPossible: true }),
    ),
    entry('special.payments', ['الرسوم والمدفوعات', 'Fees and payments'], under('special')),
    entry('special.eservices', ['الخدمات الإلكترونية', 'Electronic services'], under('special', { fcrPossible: true })),
    entry(
      'special.inspection',
      ['التفتيش والمخالفات', 'Inspection and violations'],
      under('special', { complexity: 'critical' }),
    ),
    entry('special.support', ['الدعم والإعانات', 'Support and benefits'], under('special', { complexity: 'complex' })),
  ],
  subjects: [
    entry('service_result', ['نتيجة الخدمة', 'Service result']),
    entry('product', ['المنتج', 'Product']),
    entry('operation', ['العمليات', 'Operation']),
    entry('procedure', ['الإجراءات', 'Procedure']),
    entry('employee_behaviour', ['سلوك الموظف', 'Employee behaviour']),
    entry('delivery', ['أسلوب تقديم الخدمة', 'Manner of service delivery']),
  ],
  causes: [
    entry('bad_treatment', ['سوء المعاملة', 'Bad treatment']),
    entry('low_service', ['خدمة دون المستوى المطلوب', 'Service below the required level']),
    entry('unclear_procedures', ['عدم وضوح الإجراءات', 'Unclear procedures']),
    entry('long_waiting', ['طول مدة الانتظار', 'Long waiting']),
    entry('wrong_information', ['معلومات خاطئة', 'Wrong information']),
    entry('wrong_direction', ['التوجيه الخاطئ', 'Wrong direction']),
  ],
  complainant_kinds: [
    entry('citizen', ['مواطن', 'Citizen']),
    entry('resident', ['مقيم', 'Resident']),
    entry('company', ['شركة أو مؤسسة', 'Company or establishment']),
    entry('government', ['جهة حكومية', 'Government body']),
    entry('institution', ['جمعية أو هيئة', 'Association or institution']),
  ],
  governorates: [],
  reject_reasons: [
    entry('not_a_complaint', ['لا تتضمن شكوى', 'Contains no complaint']),
    entry('before_court', ['منظورة أمام القضاء', 'Before a court']),
    entry('too_old', ['مضى عليها الأجل المقبول', 'Outside the accepted time']),
    entry('no_data', ['لم تُستكمل البيانات', 'Data were not completed']),
    entry('decided_before', ['سبق البت فيها', 'Decided before']),
  ],
  file_reasons: [
    entry('anonymous_empty', ['مجهولة دون مضمون', 'Anonymous and without substance']),
    entry('abusive', ['مسيئة', 'Abusive']),
    entry('information_only', ['للعلم فقط', 'For information only']),
    entry('registered_in_error', ['سُجلت بالخطأ', 'Registered in error']),
  ],
  suspend_reasons: [
    entry('court', ['معروضة على القضاء', 'Before a court']),
    entry('committee', ['معروضة على لجنة', 'Before a committee']),
  ],
  extension_reasons: [
    entry('awaiting_third_party', ['بانتظار جهة أخرى', 'Awaiting another party']),
    entry('field_visit', ['تتطلب زيارة ميدانية', 'Needs a field visit']),
    entry('technical_study', ['تتطلب دراسة فنية', 'Needs a technical study']),
  ],
  return_reasons: [
    entry('not_in_remit', ['ليست من اختصاص الدائرة', 'Not in the remit of the department']),
    entry('insufficient_data', ['بيانات غير كافية', 'Insufficient data']),
  ],
  cancel_reasons: [
    entry('sent_in_error', ['أُحيلت بالخطأ', 'Referred in error']),
    entry('no_longer_needed', ['لم تعد لازمة', 'No longer needed']),
  ],
  draft_return_reasons: [
    entry('incomplete', ['الرد غير مكتمل', 'The reply is incomplete']),
    entry('incorrect', ['الرد غير صحيح', 'The reply is incorrect']),
    entry('tone', ['الصياغة غير مناسبة', 'The wording is not suitable']),
  ],
  dissatisfaction_reasons: [
    entry('not_solved', ['لم تُحل المشكلة', 'The problem was not solved']),
    entry('too_late', ['تأخر الرد', 'The answer came late']),
    entry('not_convinced', ['الرد غير مقنع', 'The answer does not convince']),
    entry('treatment', ['أسلوب التعامل', 'Manner of treatment']),
  ],
  root_causes: [
    entry('procedure_gap', ['خلل في الإجراء', 'Gap in the procedure']),
    entry('training', ['نقص التدريب', 'Lack of training']),
    entry('system_fault', ['عطل في النظام', 'System fault']),
    entry('workload', ['ضغط العمل', 'Workload']),
    entry('communication', ['ضعف التواصل', 'Weak communication']),
    entry('client_misunderstanding', ['لبس لدى المتعامل', 'Misunderstanding by the client']),
    entry('policy', ['سياسة أو تشريع', 'Policy or legislation']),
  ],
  remedies: [
    entry('apology', ['اعتذار', 'Apology']),
    entry('explanation', ['توضيح', 'Explanation']),
    entry('correction', ['تصحيح إجراء', 'Correction']),
    entry('redress', ['تعويض', 'Redress']),
    entry('accountability', ['مساءلة', 'Accountability']),
    entry('policy_change', ['تعديل سياسة', 'Policy change']),
  ],
  external_bodies: [
    entry('communications_authority', ['هيئة الاتصالات', 'Communications authority']),
    entry('post', ['البريد', 'Post']),
    entry('telecom_companies', ['شركات الاتصالات', 'Telecom companies']),
    entry('digital_programme', ['برنامج التحول الرقمي', 'Digital transformation programme']),
    entry('certification_centre', ['مركز التصديق الوطني', 'National certification centre']),
    entry('municipality', ['البلدية', 'Municipality']),
    entry('other_body', ['جهة أخرى', 'Other body']),
  ],
}
