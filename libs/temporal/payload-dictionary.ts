/**
 * What payloads mostly consist of, known to the compressor beforehand, so that even a short one shrinks. What was
 * written with it can only be read with it: it is never changed; another one needs another encoding's name.
 */
export const PAYLOAD_DICTIONARY = Buffer.from(
  [
    'reportSlippedAgreement escalateFollowUpMeeting remindFollowUpMeeting remindToCloseFollowUp followUpClosing',
    'escalateDraftSubmission remindDraftSubmission draftSubmission escalateConsentRenewal askConsentRenewal',
    'consentRenewal expireConsent remindConsentDecision consentDecision remindGatheringRequest gatheringRequest',
    'escalateToPartyLeader escalateSilence remindToRecordMeeting meetingRecord remindToConvene firstMeeting',
    'remindInvitee invitationResponse checkRequiredRoles inviteParticipants meeting: distributeVersion version:',
    'remindApprover draftApproval remindResponsible agreementOutcome openFollowUp followUp: remindGoalStatus goalStatus',
    'remindTask task: remindTeamLeader coordinatorNamed substanceTreatment municipality housingSupport jobCentre',
    'Planen er afsluttet. Planen venter ikke på nogen. På pause. Venter på godkendelse af planen fra borgeren siden ',
    'Venter på fornyelse af samtykke fra borgeren siden ',
    'Venter på svar på mødeindkaldelse fra borgeren siden Venter på svar på afdækning fra regionspsykiatrien siden ',
    'Venter på at kladden sendes til godkendelse fra koordinator siden Venter på at en aftale holdes fra ',
    'Venter på indkaldelse til indsatsplansmøde fra koordinator siden 4.1.2027, frist 12.2.2028 (overskredet). ',
    'Derefter besked til den, der kan gøre noget (Derefter næste trin (Derefter påmindelse (remindParty) 15.1.2027 kl. 09:00.',
    '{"planId":"","key":"remindParty:gatheringAnswer:","tryNow":false}',
    '\n\u0016\n\u0008encoding\u0012\njson/plain\u0012',
    '{"seq":1,"phase":"followUp","phase":"drafting","phase":"convening","next":{"step":"remindParty",',
    '"ref":"gatheringAnswer:","key":"remindParty:gatheringAnswer:","at":"2027-01-15T08:00:00.000Z"},"waitingFor":',
    '["agreementOutcome"],"waitingOn":["citizen","coordinator","regionalPsychiatry"],"overdueFor":[],"overdueSince":null,',
    '"problem":null,"summary":"Venter på ","courseType":"coordinated","coordinator":"","organisation":"",',
    '"number":"KI-2027-000001","over":false}',
  ].join(''),
);
