//! The record model: what is on a child's file, and how it is read.
//!
//! It is lenient. Any JSON value is a record: what is not understood is
//! [`Field::Unreadable`], and the rules say so at its path. The tables below are
//! the one place where a property has its name, the words by which messages speak
//! of it, and its kind.

pub mod gap;
pub mod shape;
pub mod value;

use crate::calendar::Moment;
use shape::{
    choices, field, kind, objects, read, read_date, read_flag, read_list_of_words, read_number, read_words, shape,
};
#[cfg(target_arch = "wasm32")]
use shape::{colon, typescript};

pub use gap::Gap;
pub use shape::{Choice, Field, List, Part, Shape, shape_at};
pub use value::Value;

choices! {
    /// The kind of a record that is an entry.
    EntryKind { Entry "entry" }

    /// The kind of a record that is a case file.
    FileKind { File "file" }

    /// What sort of recording an entry is.
    EntryType {
        Note "note", Visit "visit", PhoneCall "phoneCall", Meeting "meeting", Email "email",
        Observation "observation", Assessment "assessment", Plan "plan", Review "review",
        Decision "decision", Supervision "supervision", ClosingSummary "closingSummary",
        TransferSummary "transferSummary",
    }

    /// What a record is held on.
    Medium { Electronic "electronic", Paper "paper", Audio "audio", Video "video" }

    /// What kind of statement a section makes.
    SectionKind { Fact "fact", Opinion "opinion", Assessment "assessment", Judgment "judgment", Decision "decision" }

    /// Whether the writer saw or heard it, or was told.
    Source { FirstHand "firstHand", ThirdParty "thirdParty" }

    /// What became of agreement to share information.
    Agreement { Given "given", Refused "refused", Withdrawn "withdrawn", NotSought "notSought", Unsure "unsure" }

    /// Why information was shared without agreement.
    Ground { SignificantHarm "significantHarm", LegalDuty "legalDuty", Crime "crime", Other "other" }

    /// Where a case file stands.
    Status { Open "open", Closed "closed", Transferred "transferred" }
}

objects! {
    /// One recording on a child's file: a visit, a call, a decision, a plan …
    Entry {
        kind "kind" "the kind of record": OneOf<EntryKind>,
        id "id" "the entry’s id": Words,
        /// Reference number of the child's file that this entry belongs to.
        file_id "fileId" "the file’s reference number": Words,
        /// The team whose work it is. No rule reads it; reports are broken down by it.
        team "team" "the team": Words,
        /// Position among the entries of the file, from 1.
        sequence "sequence" "the entry’s number": Number,
        entry_type "type" "the type of record": OneOf<EntryType>,
        medium "medium" "the medium": OneOf<Medium>,
        /// When what is recorded took place.
        event_at "eventAt" "when it took place": Date,
        /// Where the event lasted.
        event_ended_at "eventEndedAt" "when it ended": Date,
        /// When the recording was completed.
        recorded_at "recordedAt" "when the recording was completed": Date,
        updated_at "updatedAt" "when it was updated": Date,
        /// Still being written: now stands for `recordedAt`.
        draft "draft" "whether it is a draft": Flag,
        /// A late record or late update says so.
        late "late" "late entry": Group<Late>,
        author "author" "author": Group<Author>,
        signature "signature" "signature": Group<Signature>,
        /// Who gave the information, where the author was not there.
        informants "informants" "informant": List<Informant>,
        /// Free text, or sections that say what kind of statement each is.
        text "text" "the text": Prose,
        sections "sections" "section": List<Section>,
        decisions "decisions" "decision": List<Decision>,
        sharing "sharing" "sharing": List<Sharing>,
        child "child" "child": Group<ChildSeen>,
        family_views "familyViews" "the family’s views": Prose,
        reason_no_family_views "reasonNoFamilyViews" "why the family’s views are missing": Prose,
        strengths "strengths" "the strengths": Prose,
        difficulties "difficulties" "the difficulties": Prose,
        planned_outcomes "plannedOutcomes" "the planned outcomes": Prose,
        actual_outcomes "actualOutcomes" "the actual outcomes": Prose,
        review_on "reviewOn" "the review date": Date,
        context "context" "context": Group<Surroundings>,
        /// Work with a timescale.
        due_on "dueOn" "the due date": Date,
        completed_on "completedOn" "the completion date": Date,
        extension "extension" "extension": Group<Extension>,
    }

    /// That a record is late, when it was written, and why.
    Late {
        stated "stated" "whether it is late": Flag,
        written_at "writtenAt" "when it was written": Date,
        reason "reason" "why it is late": Prose,
    }

    /// Somebody who works with the family.
    Worker {
        name "name" "the name": Words,
        post_title "postTitle" "the post title": Words,
        agency "agency" "the agency": Words,
    }

    /// The worker who wrote the entry.
    Author {
        name "name" "the name": Words,
        post_title "postTitle" "the post title": Words,
        agency "agency" "the agency": Words,
        /// Did the author see, hear or take part in what is recorded?
        first_hand "firstHand" "whether the author was there": Flag,
    }

    /// A worker who was asked for advice, and when.
    Consulted {
        name "name" "the name": Words,
        post_title "postTitle" "the post title": Words,
        agency "agency" "the agency": Words,
        on "on" "the date": Date,
    }

    /// Who gave the information.
    Informant {
        name "name" "the name": Words,
        role "role" "the role": Words,
        anonymous "anonymous" "whether anonymous": Flag,
        how "how" "how it arrived": Words,
        read_and_signed "readAndSigned" "whether read and signed": Flag,
        post_title "postTitle" "the post title": Words,
    }

    /// A signature on paper or on a form that asks for one.
    Signature {
        name "name" "the name": Words,
        printed_name "printedName" "the printed name": Words,
        post_title "postTitle" "the post title": Words,
        signed_at "signedAt" "the date": Date,
        handwritten "handwritten" "whether handwritten": Flag,
        legible "legible" "whether legible": Flag,
    }

    /// A part of an entry that says what kind of statement it makes.
    Section {
        kind "kind" "the kind of statement": OneOf<SectionKind>,
        source "source" "first-hand or third-party": OneOf<Source>,
        informant "informant" "informant": Group<Informant>,
        text "text" "the text": Prose,
        /// The evidence for an opinion, assessment or judgment.
        basis "basis" "the evidence": Prose,
    }

    /// A decision: what, who, when and why.
    Decision {
        what "what" "what was decided": Prose,
        made_by "madeBy" "who decided": Group<Worker>,
        made_on "madeOn" "the date": Date,
        reasons "reasons" "the reasons": Prose,
        /// A recommendation, decision or action by a manager is reviewed.
        by_manager "byManager" "whether a manager decided": Flag,
        review_on "reviewOn" "the review date": Date,
        reviewed_on "reviewedOn" "when it was reviewed": Date,
    }

    /// One sharing of information with somebody outside the agency.
    Sharing {
        what "what" "what was shared": Prose,
        with "with" "whom it was shared with": ListOfWords,
        shared_at "sharedAt" "when it was shared": Date,
        /// Decided not to share: the reason stands in `reasonText`.
        not_shared "notShared" "whether it was decided not to share": Flag,
        agreement "agreement" "the agreement": OneOf<Agreement>,
        agreed_by "agreedBy" "person asked": List<Agreed>,
        withdrawn_on "withdrawnOn" "when agreement was withdrawn": Date,
        reason "reason" "the ground": OneOf<Ground>,
        reason_text "reasonText" "the reason": Prose,
        /// Supervisor or manager consulted when unsure.
        consulted "consulted" "manager consulted": Group<Consulted>,
        child_understanding "childUnderstanding" "the child’s understanding": Prose,
    }

    /// Somebody who was asked to agree.
    Agreed {
        name "name" "the name": Words,
        role "role" "the role": Words,
        on "on" "the date": Date,
    }

    /// What the entry says of seeing and hearing the child.
    ChildSeen {
        seen "seen" "whether the child was seen": Flag,
        seen_alone "seenAlone" "whether the child was seen alone": Flag,
        seen_by "seenBy" "seen by": Group<Worker>,
        reason_not_seen "reasonNotSeen" "why the child was not seen": Prose,
        /// The child's wishes and feelings.
        views "views" "the child’s wishes and feelings": Prose,
        /// Why the child's wishes and feelings are missing.
        reason_no_views "reasonNoViews" "why the child’s wishes and feelings are missing": Prose,
    }

    /// What the child is understood within.
    Surroundings {
        family "family" "family": Prose,
        education "education" "education": Prose,
        community_and_culture "communityAndCulture" "community and culture": Prose,
        other_agencies "otherAgencies" "other agencies": Prose,
    }

    /// More time for work with a timescale.
    Extension {
        until "until" "the new date": Date,
        authorised_by "authorisedBy" "who authorised it": Group<Worker>,
        authorised_on "authorisedOn" "when it was authorised": Date,
        consulted "consulted" "manager consulted": List<Worker>,
    }

    /// Somebody named on a child's file.
    Person {
        full_name "fullName" "the full name": Words,
        address "address" "the address": Words,
        date_of_birth "dateOfBirth" "the date of birth": Date,
        ethnicity "ethnicity" "the ethnicity": Words,
        religion "religion" "the religion": Words,
        first_language "firstLanguage" "the first language": Words,
        communication_needs "communicationNeeds" "the communication needs": Words,
        role "role" "the role": Words,
        /// An unborn child has this instead of a date of birth.
        expected_birth_date "expectedBirthDate" "the expected date of birth": Date,
        known_as "knownAs" "known as": ListOfWords,
        /// Words that the child has chosen and that no rule questions.
        preferred_words "preferredWords" "preferred words": ListOfWords,
        nhs_number "nhsNumber" "the NHS number": Words,
        upn "upn" "the pupil number": Words,
        postcode "postcode" "the postcode": Words,
    }

    /// A child's file: front sheet, custody and oversight; entries where given.
    CaseFile {
        kind "kind" "the kind of record": OneOf<FileKind>,
        reference_number "referenceNumber" "the reference number": Words,
        /// The team whose work it is. No rule reads it; reports are broken down by it.
        team "team" "the team": Words,
        child "child" "child": Group<Person>,
        /// Others named in the record: family, household, other children.
        people "people" "person": List<Person>,
        status "status" "the status": OneOf<Status>,
        opened_on "openedOn" "the opening date": Date,
        closed_on "closedOn" "the closing date": Date,
        risk_assessment "riskAssessment" "the risk assessment": Prose,
        closing_summary "closingSummary" "the closing summary": Prose,
        transfer_summary "transferSummary" "the transfer summary": Prose,
        informed "informed" "told about the record": Group<Informed>,
        medium "medium" "the medium": OneOf<Medium>,
        volumes "volumes" "volume": List<Volume>,
        paper "paper" "paper file": Group<Paper>,
        removals "removals" "removal": List<Removal>,
        retention "retention" "retention": Group<Retention>,
        audits "audits" "audit": List<Audit>,
        management_decisions "managementDecisions" "management decision": List<Decision>,
        entries "entries" "entry": List<Entry>,
    }

    /// That the person was told about the record.
    Informed {
        on "on" "the date": Date,
        by "by" "who told them": Words,
        why_kept "whyKept" "why the record is kept": Flag,
        confidentiality "confidentiality" "confidentiality": Flag,
        how_to_see "howToSee" "how to see the record": Flag,
        interpreter "interpreter" "the interpreter": Words,
        form "form" "the form it was told in": Words,
    }

    /// One volume of a paper file.
    Volume {
        number "number" "the number": Number,
        from "from" "the first date": Date,
        to "to" "the last date": Date,
    }

    /// The paper file that goes with an electronic record.
    Paper {
        source "source" "the source": Words,
        location "location" "the location": Words,
        storage "storage" "how it is kept": Words,
        details "details" "details": Group<Person>,
        reference_number "referenceNumber" "the reference number": Words,
    }

    /// A record, or a device with records, taken from where it is kept.
    Removal {
        what "what" "what was removed": Words,
        device "device" "the device": Words,
        device_procedure "deviceProcedure" "the procedure for devices": Words,
        removed_on "removedOn" "when it was removed": Date,
        authorised_by "authorisedBy" "who authorised it": Group<Worker>,
        authorised_on "authorisedOn" "when it was authorised": Date,
        due_back "dueBack" "when it is due back": Date,
        returned_on "returnedOn" "when it came back": Date,
        security "security" "how it is kept secure": Words,
        informed "informed" "who was told": ListOfWords,
    }

    /// How long a closed file is kept.
    Retention {
        until "until" "the retention date": Date,
        tidied "tidied" "put in order": Group<Tidied>,
    }

    /// Who put a closed file in order, and when.
    Tidied {
        by "by" "who did it": Words,
        on "on" "the date": Date,
    }

    /// A manager's audit of the file.
    Audit {
        on "on" "the date": Date,
        by "by" "who audited": Group<Worker>,
        deficiencies "deficiencies" "shortcoming": List<Deficiency>,
    }

    /// A shortcoming that an audit found.
    Deficiency {
        what "what" "what was found": Prose,
        rectified_on "rectifiedOn" "when it was put right": Date,
    }
}

impl CaseFile<'_> {
    /// Where the file stands; one that does not say is open until its closing date.
    #[must_use]
    pub fn standing(&self, now: &Moment) -> Status {
        let is_past = |closed: &Moment| !now.is_before(closed);
        match self.status.get() {
            Some(status) => *status,
            None if self.closed_on.get().is_some_and(is_past) => Status::Closed,
            None => Status::Open,
        }
    }
}

/// Whether the record is a case file; anything else is an entry.
#[must_use]
pub fn is_file(record: &Value) -> bool {
    record.get("kind").and_then(Value::text).and_then(FileKind::read).is_some()
}

/// The properties that a record of its kind has.
#[must_use]
pub fn parts_of(record: &Value) -> &'static [Part] {
    if is_file(record) { CaseFile::PARTS } else { Entry::PARTS }
}
