import type { RefusalTable } from './sentence.ts'

export const personRefusals = {
  'person-forgotten': {
    ar: 'مُحيت بيانات هذا الشخص، وتبقى طلباته بلا اسم',
    en: 'The details of this person were removed; his cases stay without a name',
  },
  'document-empty': {
    ar: 'يرجى إدخال رقم الوثيقة',
    en: 'Enter the number of the document',
  },
  'document-characters': {
    ar: 'رقم الوثيقة يحتوي على رموز غير مسموح بها',
    en: 'The document number has characters that do not belong in it',
  },
  'document-length': {
    ar: 'عدد خانات رقم الوثيقة {found}، والمطلوب {wanted}',
    en: 'The document number has {found} characters; it must have {wanted}',
  },
  'document-first-digit': {
    ar: 'لا يبدأ رقم الهوية بالخانة {found} في هذا البلد',
    en: 'An identity number of this country does not begin with {found}',
  },
  'document-birth-date': {
    ar: 'تاريخ الميلاد المتضمن في رقم الهوية غير صحيح: {found}',
    en: 'The birth date inside the identity number does not exist: {found}',
  },
  'document-governorate': {
    ar: 'رمز المحافظة المتضمن في رقم الهوية غير معروف: {found}',
    en: 'The governorate code inside the identity number is not known: {found}',
  },
  'document-check-digit': {
    ar: 'خانة التحقق لا تطابق رقم الهوية. يرجى مراجعة الرقم',
    en: 'The check digit does not fit the identity number. Look at the number again',
  },
  'document-check-digit-disputed': {
    ar: 'خانة التحقق لا تطابق القاعدة الشائعة، وهي قاعدة غير متفق عليها. يرجى مقارنة الرقم بالوثيقة',
    en: 'The check digit does not fit the usual rule, which is disputed. Compare the number with the document',
  },
  'document-zero-added': {
    ar: 'أضيف صفر في أول رقم الهوية ليكتمل عدد خاناته. يرجى مقارنة الرقم بالوثيقة',
    en: 'A zero was put before the identity number to make it complete. Compare the number with the document',
  },
  'document-not-residence': {
    ar: 'الرقم المدخل رقم هوية مواطن وليس رقم إقامة',
    en: 'This is the number of a citizen, not of a residence permit',
  },
  'phone-empty': {
    ar: 'يرجى إدخال رقم الهاتف',
    en: 'Enter the phone number',
  },
  'phone-characters': {
    ar: 'رقم الهاتف يحتوي على رموز غير مسموح بها',
    en: 'The phone number has characters that do not belong in it',
  },
  'phone-invalid': {
    ar: 'رقم الهاتف غير صحيح في هذا البلد: {number}',
    en: 'This is not a phone number of that country: {number}',
  },
  'phone-other-country': {
    ar: 'رقم الهاتف من بلد آخر: {number}. يرجى اختيار «بلد آخر» إن كان الرقم صحيحاً',
    en: 'The phone number is of another country: {number}. Choose “other country” if it is right',
  },
  'phone-not-mobile': {
    ar: 'الرقم المدخل ليس رقم هاتف محمول: {number}',
    en: 'This is not a mobile number: {number}',
  },
  'contact-phone-invalid': {
    ar: 'لا يمكن الاتصال بهذا الرقم: {found}. اكتب رقماً من ثلاث خانات فأكثر، ومعه رقم التحويلة إن وُجد',
    en: 'Nobody can be called at {found}. Write a number of three digits or more, with its extension if there is one',
  },
  'birth-date-invalid': {
    ar: 'تاريخ الميلاد غير صحيح: {found}',
    en: 'This birth date does not exist: {found}',
  },
  'email-invalid': {
    ar: 'عنوان البريد الإلكتروني غير صحيح: {found}',
    en: 'This is not an e-mail address: {found}',
  },
  'person-has-open-cases': {
    ar: 'ما زالت طلبات هذا الشخص مفتوحة (العدد: {count}): {references}. أغلقها قبل محو بياناته',
    en: 'Cases of this person are still open ({count}): {references}. Close them before his details are removed',
  },
  'person-has-hidden-cases': {
    ar: 'ما زالت لهذا الشخص طلبات مفتوحة لا يحق لك فتحها (العدد: {count}). يغلقها من يحق له فتحها، ثم تُمحى البيانات',
    en: 'Cases of this person that you may not open are not closed yet ({count}). Somebody who may open them closes them; then his details can be removed',
  },
  'person-of-other-unit': {
    ar: 'سجل هذا الشخص للوحدة التي سجلت الطلب {reference}، وجاء معه حين نُقل. تلك الوحدة أو الوحدة المركزية هي التي تمحو بياناته',
    en: 'The record of this person belongs to the unit that registered {reference} and came along when that was moved. That unit or the central one removes his details',
  },
  'name-missing': {
    ar: 'يرجى إدخال الاسم',
    en: 'Enter the name',
  },
} as const satisfies RefusalTable
