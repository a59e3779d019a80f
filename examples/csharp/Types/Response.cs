// Made by `collegium schema response --language csharp`. Do not edit it.

using System.Collections.Generic;

namespace Collegium.ResponseTypes
{
    /// <summary>What is answered to a line: `{"id","response":{"type","data"}}` or `{"id","fault":{…}}`.</summary>
    public sealed class Answered : View
    {
        public Answered() { }

        public Answered(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Why nothing can be answered.</summary>
        public Fault Fault
        {
            get { return Get("fault", Json.ViewOf(fields => new Fault(fields))); }
            set { Set("fault", value); }
        }

        /// <summary>The id of the line; none where it could not be read.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>What is answered.</summary>
        public Response Response
        {
            get { return Get("response", Json.ViewOf(fields => new Response(fields))); }
            set { Set("response", value); }
        }
    }

    /// <summary>The name of a command without its payload: what tables, protocols and permissions speak of.</summary>
    public static class Act
    {
        /// <summary>Open a cycle for a school.</summary>
        public const string OpenCycle = "open_cycle";
        /// <summary>Pause the cycle, with a reason code; facts are still recorded.</summary>
        public const string PauseCycle = "pause_cycle";
        /// <summary>Go on with a paused cycle.</summary>
        public const string ResumeCycle = "resume_cycle";
        /// <summary>Stop the cycle, with a reason code; facts are still recorded.</summary>
        public const string StopCycle = "stop_cycle";
        /// <summary>Take a stopped cycle up again, with a reason code.</summary>
        public const string ReopenCycle = "reopen_cycle";
        /// <summary>Close the cycle once nothing in it is open.</summary>
        public const string CloseCycle = "close_cycle";
        /// <summary>Move the running cycle to another protocol.</summary>
        public const string MigrateCycle = "migrate_cycle";
        /// <summary>Give more time for something that is due, with a reason code.</summary>
        public const string ExtendDeadline = "extend_deadline";
        /// <summary>Put the school into a category of monitoring.</summary>
        public const string CategoriseSchool = "categorise_school";
        /// <summary>Report that a concern for a child went to the designated safeguarding lead.</summary>
        public const string HandOverSafeguarding = "hand_over_safeguarding";
        /// <summary>Report that a post of leadership is vacant.</summary>
        public const string ReportVacancy = "report_vacancy";
        /// <summary>Report that the responsible body has appointed somebody.</summary>
        public const string RecordAppointment = "record_appointment";
        /// <summary>Report that the school converted or moved to another responsible body.</summary>
        public const string ReportConversion = "report_conversion";
        /// <summary>Report that the school merged into another.</summary>
        public const string ReportMerger = "report_merger";
        /// <summary>Report that the school closed.</summary>
        public const string ReportClosure = "report_closure";
        /// <summary>Report an inspection.</summary>
        public const string ReportInspection = "report_inspection";
        /// <summary>Report a strike.</summary>
        public const string ReportStrike = "report_strike";
        /// <summary>Report that a giver can lend less here than it did.</summary>
        public const string ReportCapacityFall = "report_capacity_fall";
        /// <summary>Report that a person has a tie to a school.</summary>
        public const string DeclareInterest = "declare_interest";
        /// <summary>Report that the school needs help.</summary>
        public const string ReportNeed = "report_need";
        /// <summary>Begin to find out what a need is about.</summary>
        public const string BeginDiagnosis = "begin_diagnosis";
        /// <summary>Agree what a need is and how severe; it then waits for a match.</summary>
        public const string AgreeDiagnosis = "agree_diagnosis";
        /// <summary>Take an agreed diagnosis back, with a reason code, while nothing rests on it.</summary>
        public const string WithdrawDiagnosis = "withdraw_diagnosis";
        /// <summary>Close a need that asks for no more help.</summary>
        public const string CloseNeed = "close_need";
        /// <summary>Take up a closed need again, with a reason code.</summary>
        public const string ReopenNeed = "reopen_need";
        /// <summary>Begin a self-evaluation.</summary>
        public const string DraftSelfEvaluation = "draft_self_evaluation";
        /// <summary>Record that staff, pupils and families were heard on it.</summary>
        public const string ConsultOnSelfEvaluation = "consult_on_self_evaluation";
        /// <summary>Hand it in.</summary>
        public const string SubmitSelfEvaluation = "submit_self_evaluation";
        /// <summary>Share it with the review team.</summary>
        public const string ShareSelfEvaluation = "share_self_evaluation";
        /// <summary>Take it back into draft, with a reason code, while nothing rests on it.</summary>
        public const string WithdrawSelfEvaluation = "withdraw_self_evaluation";
        /// <summary>Plan a review visit.</summary>
        public const string PlanReview = "plan_review";
        /// <summary>Name the lead and the peers.</summary>
        public const string FormTeam = "form_team";
        /// <summary>Fix the day of the visit.</summary>
        public const string ScheduleReview = "schedule_review";
        /// <summary>Begin the visit.</summary>
        public const string BeginReview = "begin_review";
        /// <summary>Record that the team and the school spoke about what was seen, and in which directions.</summary>
        public const string GiveFeedback = "give_feedback";
        /// <summary>Put the report in draft.</summary>
        public const string DraftReport = "draft_report";
        /// <summary>Give the draft to the host head for reply.</summary>
        public const string OpenRightOfReply = "open_right_of_reply";
        /// <summary>Agree the report: the host owns it.</summary>
        public const string AgreeReport = "agree_report";
        /// <summary>Share the agreed report.</summary>
        public const string ShareReport = "share_report";
        /// <summary>Take the agreement to a report back, with a reason code, while nothing rests on it.</summary>
        public const string ReopenReport = "reopen_report";
        /// <summary>Cancel the visit, with a reason code.</summary>
        public const string CancelReview = "cancel_review";
        /// <summary>Ask a question that evidence is to answer.</summary>
        public const string OpenEnquiry = "open_enquiry";
        /// <summary>Report a piece of evidence.</summary>
        public const string RecordEvidence = "record_evidence";
        /// <summary>Answer the question by a finding, with the evidence that it rests on.</summary>
        public const string AnswerEnquiry = "answer_enquiry";
        /// <summary>Take a finding back, with a reason code, while nothing rests on it.</summary>
        public const string ReopenEnquiry = "reopen_enquiry";
        /// <summary>Call a workshop.</summary>
        public const string CallWorkshop = "call_workshop";
        /// <summary>Record that it took place.</summary>
        public const string HoldWorkshop = "hold_workshop";
        /// <summary>Put its plan of actions in draft.</summary>
        public const string DraftPlan = "draft_plan";
        /// <summary>Adopt the plan.</summary>
        public const string AdoptPlan = "adopt_plan";
        /// <summary>Cancel the workshop, with a reason code.</summary>
        public const string CancelWorkshop = "cancel_workshop";
        /// <summary>Ask somebody for a consent, a conflict declaration or a document.</summary>
        public const string SendRequest = "send_request";
        /// <summary>Report that the answer came.</summary>
        public const string RecordReceipt = "record_receipt";
        /// <summary>Look at the answer and say whether it is clear.</summary>
        public const string ReviewRequest = "review_request";
        /// <summary>Ask no longer, with a reason code.</summary>
        public const string CancelRequest = "cancel_request";
        /// <summary>Propose that a giver helps with a need.</summary>
        public const string ProposeDeployment = "propose_deployment";
        /// <summary>Record that no conflict of interest stands in the way.</summary>
        public const string ClearConflict = "clear_conflict";
        /// <summary>Consent to it in a role that the protocol names.</summary>
        public const string GiveConsent = "give_consent";
        /// <summary>Agree purpose, time, dates and exit.</summary>
        public const string AgreeDeployment = "agree_deployment";
        /// <summary>Start the work.</summary>
        public const string StartDeployment = "start_deployment";
        /// <summary>Let the help fade.</summary>
        public const string TaperDeployment = "taper_deployment";
        /// <summary>End the work as agreed.</summary>
        public const string CompleteDeployment = "complete_deployment";
        /// <summary>Say what it brought.</summary>
        public const string ReviewImpact = "review_impact";
        /// <summary>Turn the proposal down, with a reason code.</summary>
        public const string DeclineDeployment = "decline_deployment";
        /// <summary>Take the proposal back before it was agreed, with a reason code.</summary>
        public const string WithdrawDeployment = "withdraw_deployment";
        /// <summary>Break off an agreed deployment, with a reason code.</summary>
        public const string CancelDeployment = "cancel_deployment";
        /// <summary>Report a first contact with staff, parents or pupils.</summary>
        public const string RecordContact = "record_contact";
        /// <summary>Report whether a baseline expectation is met.</summary>
        public const string CheckExpectation = "check_expectation";
        /// <summary>Report working time that was delivered.</summary>
        public const string LogTime = "log_time";
        /// <summary>Set an objective for a need.</summary>
        public const string SetObjective = "set_objective";
        /// <summary>Report how an objective comes on.</summary>
        public const string NoteProgress = "note_progress";
        /// <summary>Close an objective.</summary>
        public const string CloseObjective = "close_objective";
        /// <summary>Take up a closed objective again, with a reason code.</summary>
        public const string ReopenObjective = "reopen_objective";
        /// <summary>Report a data check, informal visit or formal review.</summary>
        public const string RecordMonitoring = "record_monitoring";
        /// <summary>Plan a review of progress.</summary>
        public const string PlanProgressReview = "plan_progress_review";
        /// <summary>Record how progress was found, and when it is looked at next.</summary>
        public const string RecordProgressReview = "record_progress_review";
        /// <summary>Raise a concern.</summary>
        public const string RaiseConcern = "raise_concern";
        /// <summary>Record that a concern is resolved.</summary>
        public const string ResolveConcern = "resolve_concern";
        /// <summary>Escalate a concern, with a reason code.</summary>
        public const string EscalateConcern = "escalate_concern";
        /// <summary>Use a power of the protocol after an escalation.</summary>
        public const string UsePower = "use_power";
        /// <summary>Close an escalated concern.</summary>
        public const string CloseConcern = "close_concern";
        /// <summary>Take up a concern again, with a reason code.</summary>
        public const string ReopenConcern = "reopen_concern";
        /// <summary>Ask a question that must be answered.</summary>
        public const string RaiseChallenge = "raise_challenge";
        /// <summary>Answer it.</summary>
        public const string AnswerChallenge = "answer_challenge";
        /// <summary>Accept the answer.</summary>
        public const string SettleChallenge = "settle_challenge";
        /// <summary>Take it to the next level: the answer is overdue, or does not do.</summary>
        public const string EscalateChallenge = "escalate_challenge";
        /// <summary>Recommend what should become of the help for a need.</summary>
        public const string RecommendReallocation = "recommend_reallocation";
        /// <summary>Decide on a recommendation; another person than the one who recommended.</summary>
        public const string DecideReallocation = "decide_reallocation";
        /// <summary>Recommend an outcome of a decision that the protocol asks for.</summary>
        public const string RecommendApproval = "recommend_approval";
        /// <summary>Decide; another person than the one who recommended.</summary>
        public const string DecideApproval = "decide_approval";
        /// <summary>Take a decision back, with a reason code, while nothing rests on it.</summary>
        public const string RevokeApproval = "revoke_approval";
        /// <summary>Agree that one person coaches another.</summary>
        public const string ContractCoaching = "contract_coaching";
        /// <summary>Report that a session was held.</summary>
        public const string RecordSession = "record_session";
        /// <summary>End the coaching.</summary>
        public const string CloseCoaching = "close_coaching";
        /// <summary>Record that a school is interested in joining.</summary>
        public const string RegisterInterest = "register_interest";
        /// <summary>Begin the first look at what is known of it.</summary>
        public const string BeginTriage = "begin_triage";
        /// <summary>Begin the whole look.</summary>
        public const string BeginDetailedDiligence = "begin_detailed_diligence";
        /// <summary>Record that a part of it is done, with the needs it found.</summary>
        public const string CompletePart = "complete_part";
        /// <summary>Accept the school.</summary>
        public const string AcceptJoiner = "accept_joiner";
        /// <summary>Put it off.</summary>
        public const string DeferJoiner = "defer_joiner";
        /// <summary>Decline it.</summary>
        public const string DeclineJoiner = "decline_joiner";
        /// <summary>Take the school in, with a first map of support.</summary>
        public const string OnboardJoiner = "onboard_joiner";
        /// <summary>Begin a task of the protocol.</summary>
        public const string StartTask = "start_task";
        /// <summary>Record that a task of the protocol is done.</summary>
        public const string CompleteTask = "complete_task";
        /// <summary>Take up a task again, with a reason code, while nothing rests on it.</summary>
        public const string ReopenTask = "reopen_task";
    }

    /// <summary>An act with what stands in its way.</summary>
    public sealed class ActionTold : View
    {
        public ActionTold() { }

        public ActionTold(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The act.</summary>
        public string Act
        {
            get { return Get("act", Json.Text); }
            set { Set("act", value); }
        }

        /// <summary>Whether it is allowed, as far as this can be told without a payload.</summary>
        public bool? Allowed
        {
            get { return Get("allowed", Json.Flag); }
            set { Set("allowed", value); }
        }

        /// <summary>Every reason against it, with who could lift it.</summary>
        public List<BlockedBlocker> Blockers
        {
            get { return Get("blockers", Json.ListOf(Json.ViewOf(fields => new BlockedBlocker(fields)))); }
            set { Set("blockers", value); }
        }

        /// <summary>What it is about; absent where it would make something new.</summary>
        public Child Child
        {
            get { return Get("child", Json.ViewOf(fields => new Child(fields))); }
            set { Set("child", value); }
        }
    }

    /// <summary>What giver and taker agree on.</summary>
    public sealed class Agreement : View
    {
        public Agreement() { }

        public Agreement(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Working time by activity, where it was agreed so.</summary>
        public Dictionary<string, long?> Activities
        {
            get { return Get("activities", Json.MapOf(Json.Whole)); }
            set { Set("activities", value); }
        }

        /// <summary>The leader of the receiving school who coordinates the help there. One deployment can do without;
        /// a second cannot.</summary>
        public string Coordinator
        {
            get { return Get("coordinator", Json.Text); }
            set { Set("coordinator", value); }
        }

        /// <summary>What covering for the person lent costs the giving school, in pence.</summary>
        public long? CoverCostPence
        {
            get { return Get("cover_cost_pence", Json.Whole); }
            set { Set("cover_cost_pence", value); }
        }

        /// <summary>How it comes to its end, from the protocol's exits, where it was agreed so.</summary>
        public string Exit
        {
            get { return Get("exit", Json.Text); }
            set { Set("exit", value); }
        }

        /// <summary>What the work costs, in pence.</summary>
        public long? FeePence
        {
            get { return Get("fee_pence", Json.Whole); }
            set { Set("fee_pence", value); }
        }

        /// <summary>The first day of work.</summary>
        public string From
        {
            get { return Get("from", Json.Text); }
            set { Set("from", value); }
        }

        /// <summary>The last day of work.</summary>
        public string To
        {
            get { return Get("to", Json.Text); }
            set { Set("to", value); }
        }
    }

    /// <summary>How help is spread over the schools of a network.</summary>
    public sealed class Allocation : View
    {
        public Allocation() { }

        public Allocation(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>How it is spread.</summary>
        public Disadvantage Disadvantage
        {
            get { return Get("disadvantage", Json.ViewOf(fields => new Disadvantage(fields))); }
            set { Set("disadvantage", value); }
        }

        /// <summary>Working time a term that is given to the former.</summary>
        public long? HalfDays
        {
            get { return Get("half_days", Json.Whole); }
            set { Set("half_days", value); }
        }

        /// <summary>Schools whose share of disadvantaged pupils is known.</summary>
        public long? Schools
        {
            get { return Get("schools", Json.Whole); }
            set { Set("schools", value); }
        }

        /// <summary>Schools of which it is not known. They are in no group; a share that is not known is not zero.</summary>
        public long? Unknown
        {
            get { return Get("unknown", Json.Whole); }
            set { Set("unknown", value); }
        }
    }

    /// <summary>What came of a command: `{"id","events":[…]}`, `{"id","refused":[…]}` or `{"id","repeated":[first,last]}`.</summary>
    public sealed class Answer : View
    {
        public Answer() { }

        public Answer(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What is to be done outside.</summary>
        public List<Effect> Effects
        {
            get { return Get("effects", Json.ListOf(Json.ViewOf(fields => new Effect(fields)))); }
            set { Set("effects", value); }
        }

        /// <summary>What happened, in order, where it was accepted.</summary>
        public List<ToldEvent> Events
        {
            get { return Get("events", Json.ListOf(Json.ViewOf(fields => new ToldEvent(fields)))); }
            set { Set("events", value); }
        }

        /// <summary>The command.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>Every reason, where it was refused.</summary>
        public List<BlockedBlocker> Refused
        {
            get { return Get("refused", Json.ListOf(Json.ViewOf(fields => new BlockedBlocker(fields)))); }
            set { Set("refused", value); }
        }

        /// <summary>The places of its entries in the log, first and last, where it was accepted before under the same id.</summary>
        public List<long?> Repeated
        {
            get { return Get("repeated", Json.ListOf(Json.Whole)); }
            set { Set("repeated", value); }
        }
    }

    /// <summary>What came of a command.</summary>
    public sealed class Applied : View
    {
        public Applied() { }

        public Applied(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its events, or every reason against it.</summary>
        public Answer Answer
        {
            get { return Get("answer", Json.ViewOf(fields => new Answer(fields))); }
            set { Set("answer", value); }
        }

        /// <summary>The lines that go to the log, each as it is stored. They are the host's, whoever is shown the answer.</summary>
        public List<string> Log
        {
            get { return Get("log", Json.ListOf(Json.Text)); }
            set { Set("log", value); }
        }
    }

    /// <summary>An approval within its cycle.</summary>
    public sealed class Approval : View
    {
        public Approval() { }

        public Approval(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>On which conditions, if any.</summary>
        public List<string> Conditions
        {
            get { return Get("conditions", Json.ListOf(Json.Text)); }
            set { Set("conditions", value); }
        }

        /// <summary>Which decision of the protocol it is.</summary>
        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        /// <summary>What was decided; none before, and none once it was taken back.</summary>
        public string Outcome
        {
            get { return Get("outcome", Json.Text); }
            set { Set("outcome", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>What was recommended.</summary>
        public string Recommended
        {
            get { return Get("recommended", Json.Text); }
            set { Set("recommended", value); }
        }

        /// <summary>By whom.</summary>
        public string RecommendedBy
        {
            get { return Get("recommended_by", Json.Text); }
            set { Set("recommended_by", value); }
        }

        /// <summary>On whose behalf, if not their own.</summary>
        public string RecommendedFor
        {
            get { return Get("recommended_for", Json.Text); }
            set { Set("recommended_for", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>A decision and what it must have come to.</summary>
    public sealed class ApprovalIs : View
    {
        public ApprovalIs() { }

        public ApprovalIs(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The decision.</summary>
        public string Approval
        {
            get { return Get("approval", Json.Text); }
            set { Set("approval", value); }
        }

        /// <summary>The outcome.</summary>
        public string IsValue
        {
            get { return Get("is", Json.Text); }
            set { Set("is", value); }
        }
    }

    /// <summary>Where an approval stands.</summary>
    public static class ApprovalPhase
    {
        /// <summary>Somebody recommended an outcome; nobody has decided.</summary>
        public const string Recommended = "recommended";
        /// <summary>It is decided.</summary>
        public const string Decided = "decided";
        /// <summary>It was closed undecided with what it belonged to.</summary>
        public const string Lapsed = "lapsed";
    }

    /// <summary>A decision: one role recommends, another decides, two different people.</summary>
    public sealed class ApprovalRule : View
    {
        public ApprovalRule() { }

        public ApprovalRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Tasks that come before the recommendation.</summary>
        public List<string> After
        {
            get { return Get("after", Json.ListOf(Json.Text)); }
            set { Set("after", value); }
        }

        /// <summary>Roles that may decide; none of them may recommend.</summary>
        public List<string> DecidedBy
        {
            get { return Get("decided_by", Json.ListOf(Json.Text)); }
            set { Set("decided_by", value); }
        }

        /// <summary>What people call it.</summary>
        public string Label
        {
            get { return Get("label", Json.Text); }
            set { Set("label", value); }
        }

        /// <summary>The milestone it belongs to, if it belongs to one.</summary>
        public string Milestone
        {
            get { return Get("milestone", Json.Text); }
            set { Set("milestone", value); }
        }

        /// <summary>What it can come to, each with its label.</summary>
        public Dictionary<string, string> Outcomes
        {
            get { return Get("outcomes", Json.MapOf(Json.Text)); }
            set { Set("outcomes", value); }
        }

        /// <summary>Roles that may recommend.</summary>
        public List<string> RecommendedBy
        {
            get { return Get("recommended_by", Json.ListOf(Json.Text)); }
            set { Set("recommended_by", value); }
        }

        /// <summary>Branches on which it is asked for; on all where there is none.</summary>
        public List<Branch> When
        {
            get { return Get("when", Json.ListOf(Json.ViewOf(fields => new Branch(fields)))); }
            set { Set("when", value); }
        }

        /// <summary>Whether conditions can be set with the decision.</summary>
        public bool? WithConditions
        {
            get { return Get("with_conditions", Json.Flag); }
            set { Set("with_conditions", value); }
        }
    }

    /// <summary>Help that would be asked for beyond what is there.</summary>
    public sealed class Asked : View
    {
        public Asked() { }

        public Asked(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Givers that come into question, those with room first; absent where they are not to be seen.</summary>
        public List<InQuestion> Givers
        {
            get { return Get("givers", Json.ListOf(Json.ViewOf(fields => new InQuestion(fields)))); }
            set { Set("givers", value); }
        }

        /// <summary>Working time a term for all of them.</summary>
        public long? HalfDays
        {
            get { return Get("half_days", Json.Whole); }
            set { Set("half_days", value); }
        }

        /// <summary>How many deployments.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }
    }

    /// <summary>One unit from a giver to a taker.</summary>
    public sealed class Assignment : View
    {
        public Assignment() { }

        public Assignment(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The giver's id.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>The pair's score.</summary>
        public object Score
        {
            get { return Get("score", Json.Any); }
            set { Set("score", value); }
        }

        /// <summary>The taker's id.</summary>
        public string Taker
        {
            get { return Get("taker", Json.Text); }
            set { Set("taker", value); }
        }
    }

    /// <summary>What a clock waits for.</summary>
    public sealed class Awaits : View
    {
        public Awaits() { }

        public Awaits(Dictionary<string, object> fields) : base(fields) { }

        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        public object Of
        {
            get { return Get("of", Json.Any); }
            set { Set("of", value); }
        }

        /// <summary>A step, under a named deadline.</summary>
        public static Awaits OfStep(object content)
        {
            var it = new Awaits();
            it.Set("kind", "step");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `step`; null where it is not.</summary>
        public object AsStep
        {
            get { return Is("kind", "step") ? Get("of", Json.Any) : default(object); }
        }

        /// <summary>The next observation of a channel.</summary>
        public static Awaits OfObservation(object content)
        {
            var it = new Awaits();
            it.Set("kind", "observation");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `observation`; null where it is not.</summary>
        public object AsObservation
        {
            get { return Is("kind", "observation") ? Get("of", Json.Any) : default(object); }
        }

        /// <summary>The baseline expectations and first contacts of a deployment.</summary>
        public static Awaits OfFirstWeeks()
        {
            var it = new Awaits();
            it.Set("kind", "first_weeks");
            return it;
        }

        /// <summary>A progress review on its day.</summary>
        public static Awaits OfProgressReview()
        {
            var it = new Awaits();
            it.Set("kind", "progress_review");
            return it;
        }

        /// <summary>A planned action that is looked at again.</summary>
        public static Awaits OfActionReview()
        {
            var it = new Awaits();
            it.Set("kind", "action_review");
            return it;
        }
    }

    /// <summary>Which needs, or reviews, take part in a round.</summary>
    public static class Basis
    {
        /// <summary>Needs whose diagnosis is agreed and that wait for givers.</summary>
        public const string Diagnosed = "diagnosed";
        /// <summary>Every open need as it was reported. The plan is indicative: it cannot be confirmed.</summary>
        public const string Reported = "reported";
        /// <summary>Reviews that are planned and have neither a team nor a lead in view: who leads them?</summary>
        public const string Leads = "leads";
        /// <summary>Reviews that are planned and have a lead in view: who else belongs to their teams?</summary>
        public const string Peers = "peers";
    }

    /// <summary>A reason with who could lift it.</summary>
    public sealed class BlockedBlocker : View
    {
        public BlockedBlocker() { }

        public BlockedBlocker(Dictionary<string, object> fields) : base(fields) { }

        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        /// <summary>What the reader can do.</summary>
        public string Help
        {
            get { return Get("help", Json.Text); }
            set { Set("help", value); }
        }

        /// <summary>Roles that could lift it; none where only another command would do.</summary>
        public List<string> LiftableBy
        {
            get { return Get("liftable_by", Json.ListOf(Json.Text)); }
            set { Set("liftable_by", value); }
        }

        public object Params
        {
            get { return Get("params", Json.Any); }
            set { Set("params", value); }
        }

        /// <summary>The network is not open.</summary>
        public static BlockedBlocker OfNetworkNotOpen()
        {
            var it = new BlockedBlocker();
            it.Set("code", "network_not_open");
            return it;
        }

        /// <summary>The network is open already.</summary>
        public static BlockedBlocker OfNetworkOpenAlready()
        {
            var it = new BlockedBlocker();
            it.Set("code", "network_open_already");
            return it;
        }

        /// <summary>A school is named twice among the members.</summary>
        public static BlockedBlocker OfMemberTwice(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "member_twice");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `member_twice`; null where it is not.</summary>
        public object AsMemberTwice
        {
            get { return Is("code", "member_twice") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Two members have the same reference.</summary>
        public static BlockedBlocker OfReferenceTwice(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "reference_twice");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `reference_twice`; null where it is not.</summary>
        public object AsReferenceTwice
        {
            get { return Is("code", "reference_twice") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The school does not belong to the network.</summary>
        public static BlockedBlocker OfNotAMember(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_a_member");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_a_member`; null where it is not.</summary>
        public object AsNotAMember
        {
            get { return Is("code", "not_a_member") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A central team has no cycle.</summary>
        public static BlockedBlocker OfCentralTeam(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "central_team");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `central_team`; null where it is not.</summary>
        public object AsCentralTeam
        {
            get { return Is("code", "central_team") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The partnership does not exist.</summary>
        public static BlockedBlocker OfUnknownPartnership(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "unknown_partnership");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `unknown_partnership`; null where it is not.</summary>
        public object AsUnknownPartnership
        {
            get { return Is("code", "unknown_partnership") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The partnership exists already.</summary>
        public static BlockedBlocker OfPartnershipExistsAlready(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "partnership_exists_already");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `partnership_exists_already`; null where it is not.</summary>
        public object AsPartnershipExistsAlready
        {
            get { return Is("code", "partnership_exists_already") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The school belongs to the partnership already.</summary>
        public static BlockedBlocker OfAdmittedAlready(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "admitted_already");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `admitted_already`; null where it is not.</summary>
        public object AsAdmittedAlready
        {
            get { return Is("code", "admitted_already") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The school does not belong to the partnership.</summary>
        public static BlockedBlocker OfNotInPartnership(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_in_partnership");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_in_partnership`; null where it is not.</summary>
        public object AsNotInPartnership
        {
            get { return Is("code", "not_in_partnership") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The charter asks for due diligence first.</summary>
        public static BlockedBlocker OfNotOnboarded(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_onboarded");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_onboarded`; null where it is not.</summary>
        public object AsNotOnboarded
        {
            get { return Is("code", "not_onboarded") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A charter's versions have no gap.</summary>
        public static BlockedBlocker OfNotTheNextCharter(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_the_next_charter");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_the_next_charter`; null where it is not.</summary>
        public object AsNotTheNextCharter
        {
            get { return Is("code", "not_the_next_charter") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A ratio for no takers says nothing.</summary>
        public static BlockedBlocker OfRatioOfNobody()
        {
            var it = new BlockedBlocker();
            it.Set("code", "ratio_of_nobody");
            return it;
        }

        /// <summary>The charter refuses what takes the partnership below its ratio.</summary>
        public static BlockedBlocker OfBelowRatio(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "below_ratio");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `below_ratio`; null where it is not.</summary>
        public object AsBelowRatio
        {
            get { return Is("code", "below_ratio") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Nothing was declared that could fall.</summary>
        public static BlockedBlocker OfNothingDeclared(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "nothing_declared");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `nothing_declared`; null where it is not.</summary>
        public object AsNothingDeclared
        {
            get { return Is("code", "nothing_declared") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The report speaks of more than was declared.</summary>
        public static BlockedBlocker OfNotAFall(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_a_fall");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_a_fall`; null where it is not.</summary>
        public object AsNotAFall
        {
            get { return Is("code", "not_a_fall") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The id names something in another cycle.</summary>
        public static BlockedBlocker OfIdInUse(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "id_in_use");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `id_in_use`; null where it is not.</summary>
        public object AsIdInUse
        {
            get { return Is("code", "id_in_use") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>An offer in no area, or of no deployment.</summary>
        public static BlockedBlocker OfEmptyOffer()
        {
            var it = new BlockedBlocker();
            it.Set("code", "empty_offer");
            return it;
        }

        /// <summary>Less is declared than deployments hold: that is a fall, and a fact to be reported.</summary>
        public static BlockedBlocker OfDeclaredBelowHeld(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "declared_below_held");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `declared_below_held`; null where it is not.</summary>
        public object AsDeclaredBelowHeld
        {
            get { return Is("code", "declared_below_held") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The network's calendar has no such term.</summary>
        public static BlockedBlocker OfUnknownTerm(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "unknown_term");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `unknown_term`; null where it is not.</summary>
        public object AsUnknownTerm
        {
            get { return Is("code", "unknown_term") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A term is named twice in one declaration.</summary>
        public static BlockedBlocker OfTermTwice(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "term_twice");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `term_twice`; null where it is not.</summary>
        public object AsTermTwice
        {
            get { return Is("code", "term_twice") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The school closed, or became part of another.</summary>
        public static BlockedBlocker OfSchoolGone(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "school_gone");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `school_gone`; null where it is not.</summary>
        public object AsSchoolGone
        {
            get { return Is("code", "school_gone") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A reviewer is booked for as many visits in the term as they can be asked for.</summary>
        public static BlockedBlocker OfReviewerBusy(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "reviewer_busy");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `reviewer_busy`; null where it is not.</summary>
        public object AsReviewerBusy
        {
            get { return Is("code", "reviewer_busy") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A reviewer who was named as one who has not shadowed a review leads none.</summary>
        public static BlockedBlocker OfNotShadowed(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_shadowed");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_shadowed`; null where it is not.</summary>
        public object AsNotShadowed
        {
            get { return Is("code", "not_shadowed") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The agreement is for terms that were not proposed.</summary>
        public static BlockedBlocker OfBeyondProposal(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "beyond_proposal");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `beyond_proposal`; null where it is not.</summary>
        public object AsBeyondProposal
        {
            get { return Is("code", "beyond_proposal") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The school has an open cycle.</summary>
        public static BlockedBlocker OfCycleOpenAlready(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "cycle_open_already");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `cycle_open_already`; null where it is not.</summary>
        public object AsCycleOpenAlready
        {
            get { return Is("code", "cycle_open_already") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>None of the actor's roles may do this.</summary>
        public static BlockedBlocker OfRoleMissing(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "role_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `role_missing`; null where it is not.</summary>
        public object AsRoleMissing
        {
            get { return Is("code", "role_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>It would be recorded before it takes effect.</summary>
        public static BlockedBlocker OfNotYetEffective()
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_yet_effective");
            return it;
        }

        /// <summary>It would be recorded before the entry above it.</summary>
        public static BlockedBlocker OfRecordedBackwards(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "recorded_backwards");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `recorded_backwards`; null where it is not.</summary>
        public object AsRecordedBackwards
        {
            get { return Is("code", "recorded_backwards") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The round does not exist.</summary>
        public static BlockedBlocker OfUnknownRound(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "unknown_round");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `unknown_round`; null where it is not.</summary>
        public object AsUnknownRound
        {
            get { return Is("code", "unknown_round") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The round exists already.</summary>
        public static BlockedBlocker OfRoundExistsAlready(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "round_exists_already");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `round_exists_already`; null where it is not.</summary>
        public object AsRoundExistsAlready
        {
            get { return Is("code", "round_exists_already") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Another round has not been closed.</summary>
        public static BlockedBlocker OfRoundStillOpen(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "round_still_open");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `round_still_open`; null where it is not.</summary>
        public object AsRoundStillOpen
        {
            get { return Is("code", "round_still_open") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The step does not begin where the round stands.</summary>
        public static BlockedBlocker OfWrongStage(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "wrong_stage");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `wrong_stage`; null where it is not.</summary>
        public object AsWrongStage
        {
            get { return Is("code", "wrong_stage") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The plan's proof does not hold for the needs and offers of this moment.</summary>
        public static BlockedBlocker OfPlanNotProven(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "plan_not_proven");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `plan_not_proven`; null where it is not.</summary>
        public object AsPlanNotProven
        {
            get { return Is("code", "plan_not_proven") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The round's needs were reported, not diagnosed.</summary>
        public static BlockedBlocker OfOnlyIndicative(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "only_indicative");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `only_indicative`; null where it is not.</summary>
        public object AsOnlyIndicative
        {
            get { return Is("code", "only_indicative") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Whoever put the plan forward would confirm it.</summary>
        public static BlockedBlocker OfSamePerson()
        {
            var it = new BlockedBlocker();
            it.Set("code", "same_person");
            return it;
        }

        /// <summary>The side is not asked in this round.</summary>
        public static BlockedBlocker OfNotConsulted(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_consulted");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_consulted`; null where it is not.</summary>
        public object AsNotConsulted
        {
            get { return Is("code", "not_consulted") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The side has answered.</summary>
        public static BlockedBlocker OfAnsweredAlready(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "answered_already");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `answered_already`; null where it is not.</summary>
        public object AsAnsweredAlready
        {
            get { return Is("code", "answered_already") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Whoever answers belongs to another school.</summary>
        public static BlockedBlocker OfOfAnotherSchool(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "of_another_school");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `of_another_school`; null where it is not.</summary>
        public object AsOfAnotherSchool
        {
            get { return Is("code", "of_another_school") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Declining takes a reason code.</summary>
        public static BlockedBlocker OfNoReason()
        {
            var it = new BlockedBlocker();
            it.Set("code", "no_reason");
            return it;
        }

        /// <summary>Not everybody who is asked has answered.</summary>
        public static BlockedBlocker OfAnswersAwaited(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "answers_awaited");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `answers_awaited`; null where it is not.</summary>
        public object AsAnswersAwaited
        {
            get { return Is("code", "answers_awaited") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Placements of the plan are declined.</summary>
        public static BlockedBlocker OfPlacementsDeclined(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "placements_declined");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `placements_declined`; null where it is not.</summary>
        public object AsPlacementsDeclined
        {
            get { return Is("code", "placements_declined") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>There is no room for a placement any more, or no need.</summary>
        public static BlockedBlocker OfPlacementOutdated(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "placement_outdated");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `placement_outdated`; null where it is not.</summary>
        public object AsPlacementOutdated
        {
            get { return Is("code", "placement_outdated") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The giver has named this person before.</summary>
        public static BlockedBlocker OfPersonKnownAlready(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "person_known_already");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `person_known_already`; null where it is not.</summary>
        public object AsPersonKnownAlready
        {
            get { return Is("code", "person_known_already") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The giver has not named this person.</summary>
        public static BlockedBlocker OfUnknownPerson(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "unknown_person");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `unknown_person`; null where it is not.</summary>
        public object AsUnknownPerson
        {
            get { return Is("code", "unknown_person") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The step does not begin where the person stands.</summary>
        public static BlockedBlocker OfWrongPersonStage(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "wrong_person_stage");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `wrong_person_stage`; null where it is not.</summary>
        public object AsWrongPersonStage
        {
            get { return Is("code", "wrong_person_stage") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The protocol knows no such accreditation.</summary>
        public static BlockedBlocker OfUnknownAccreditation(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "unknown_accreditation");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `unknown_accreditation`; null where it is not.</summary>
        public object AsUnknownAccreditation
        {
            get { return Is("code", "unknown_accreditation") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The person does not hold what the protocol asks for.</summary>
        public static BlockedBlocker OfNotAccredited(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_accredited");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_accredited`; null where it is not.</summary>
        public object AsNotAccredited
        {
            get { return Is("code", "not_accredited") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The person has no time left.</summary>
        public static BlockedBlocker OfPersonBusy(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "person_busy");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `person_busy`; null where it is not.</summary>
        public object AsPersonBusy
        {
            get { return Is("code", "person_busy") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The executive leader leads more schools than is said.</summary>
        public static BlockedBlocker OfLeadsMore(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "leads_more");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `leads_more`; null where it is not.</summary>
        public object AsLeadsMore
        {
            get { return Is("code", "leads_more") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The plan of the round does not pair giver and need, or is not confirmed.</summary>
        public static BlockedBlocker OfNotInPlan(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_in_plan");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_in_plan`; null where it is not.</summary>
        public object AsNotInPlan
        {
            get { return Is("code", "not_in_plan") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The giver has no capacity left.</summary>
        public static BlockedBlocker OfCapacityExceeded(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "capacity_exceeded");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `capacity_exceeded`; null where it is not.</summary>
        public object AsCapacityExceeded
        {
            get { return Is("code", "capacity_exceeded") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The giver does not offer help in this area.</summary>
        public static BlockedBlocker OfAreaNotOffered(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "area_not_offered");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `area_not_offered`; null where it is not.</summary>
        public object AsAreaNotOffered
        {
            get { return Is("code", "area_not_offered") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The cycle was erased.</summary>
        public static BlockedBlocker OfCycleErased(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "cycle_erased");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `cycle_erased`; null where it is not.</summary>
        public object AsCycleErased
        {
            get { return Is("code", "cycle_erased") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The cycle is not closed, or something in it is open.</summary>
        public static BlockedBlocker OfCycleNotClosed(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "cycle_not_closed");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `cycle_not_closed`; null where it is not.</summary>
        public object AsCycleNotClosed
        {
            get { return Is("code", "cycle_not_closed") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The cycle does not exist.</summary>
        public static BlockedBlocker OfUnknownCycle(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "unknown_cycle");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `unknown_cycle`; null where it is not.</summary>
        public object AsUnknownCycle
        {
            get { return Is("code", "unknown_cycle") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The protocol has the cycle kept longer.</summary>
        public static BlockedBlocker OfRetained(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "retained");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `retained`; null where it is not.</summary>
        public object AsRetained
        {
            get { return Is("code", "retained") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The protocol sets no retention, so erasing is a decision of its own and takes a reason.</summary>
        public static BlockedBlocker OfNoRetentionSet()
        {
            var it = new BlockedBlocker();
            it.Set("code", "no_retention_set");
            return it;
        }

        /// <summary>A stream has another number of entries than the sender has seen.</summary>
        public static BlockedBlocker OfStreamMovedOn(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "stream_moved_on");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `stream_moved_on`; null where it is not.</summary>
        public object AsStreamMovedOn
        {
            get { return Is("code", "stream_moved_on") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>What the command is about does not exist.</summary>
        public static BlockedBlocker OfUnknown(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "unknown");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `unknown`; null where it is not.</summary>
        public object AsUnknown
        {
            get { return Is("code", "unknown") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>What the command would make exists already.</summary>
        public static BlockedBlocker OfExistsAlready(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "exists_already");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `exists_already`; null where it is not.</summary>
        public object AsExistsAlready
        {
            get { return Is("code", "exists_already") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The step does not begin where the machine stands.</summary>
        public static BlockedBlocker OfWrongPhase(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "wrong_phase");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `wrong_phase`; null where it is not.</summary>
        public object AsWrongPhase
        {
            get { return Is("code", "wrong_phase") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The cycle is paused.</summary>
        public static BlockedBlocker OfCyclePaused()
        {
            var it = new BlockedBlocker();
            it.Set("code", "cycle_paused");
            return it;
        }

        /// <summary>The cycle is not open.</summary>
        public static BlockedBlocker OfCycleNotOpen()
        {
            var it = new BlockedBlocker();
            it.Set("code", "cycle_not_open");
            return it;
        }

        /// <summary>A need is reported for a school that is not the cycle's.</summary>
        public static BlockedBlocker OfOtherSchool(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "other_school");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `other_school`; null where it is not.</summary>
        public object AsOtherSchool
        {
            get { return Is("code", "other_school") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A need that asks for no deployment.</summary>
        public static BlockedBlocker OfNoUnits()
        {
            var it = new BlockedBlocker();
            it.Set("code", "no_units");
            return it;
        }

        /// <summary>No self-evaluation was handed in.</summary>
        public static BlockedBlocker OfSelfEvaluationNotSubmitted()
        {
            var it = new BlockedBlocker();
            it.Set("code", "self_evaluation_not_submitted");
            return it;
        }

        /// <summary>No review's report was agreed.</summary>
        public static BlockedBlocker OfNoAgreedReview()
        {
            var it = new BlockedBlocker();
            it.Set("code", "no_agreed_review");
            return it;
        }

        /// <summary>A reviewer comes from the school under review.</summary>
        public static BlockedBlocker OfReviewerFromHost(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "reviewer_from_host");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `reviewer_from_host`; null where it is not.</summary>
        public object AsReviewerFromHost
        {
            get { return Is("code", "reviewer_from_host") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The lead has never shadowed a review.</summary>
        public static BlockedBlocker OfLeadWithoutShadowing(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "lead_without_shadowing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `lead_without_shadowing`; null where it is not.</summary>
        public object AsLeadWithoutShadowing
        {
            get { return Is("code", "lead_without_shadowing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The team is smaller than the protocol asks.</summary>
        public static BlockedBlocker OfTeamTooSmall(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "team_too_small");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `team_too_small`; null where it is not.</summary>
        public object AsTeamTooSmall
        {
            get { return Is("code", "team_too_small") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>One person twice in a team.</summary>
        public static BlockedBlocker OfReviewerTwice(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "reviewer_twice");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `reviewer_twice`; null where it is not.</summary>
        public object AsReviewerTwice
        {
            get { return Is("code", "reviewer_twice") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The visit's day has not come, or is no school day.</summary>
        public static BlockedBlocker OfBeforeVisit(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "before_visit");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `before_visit`; null where it is not.</summary>
        public object AsBeforeVisit
        {
            get { return Is("code", "before_visit") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The school is closed on the day.</summary>
        public static BlockedBlocker OfNoSchoolDay(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "no_school_day");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `no_school_day`; null where it is not.</summary>
        public object AsNoSchoolDay
        {
            get { return Is("code", "no_school_day") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A conflict declaration is missing, open or not clear.</summary>
        public static BlockedBlocker OfConflictNotCleared(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "conflict_not_cleared");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `conflict_not_cleared`; null where it is not.</summary>
        public object AsConflictNotCleared
        {
            get { return Is("code", "conflict_not_cleared") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Consents are missing.</summary>
        public static BlockedBlocker OfConsentMissing(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "consent_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `consent_missing`; null where it is not.</summary>
        public object AsConsentMissing
        {
            get { return Is("code", "consent_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The protocol does not ask for this consent, or it was given, or the actor lacks the role.</summary>
        public static BlockedBlocker OfConsentNotDue(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "consent_not_due");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `consent_not_due`; null where it is not.</summary>
        public object AsConsentNotDue
        {
            get { return Is("code", "consent_not_due") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The actor does not hold the role in which they would decline.</summary>
        public static BlockedBlocker OfRoleNotHeld(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "role_not_held");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `role_not_held`; null where it is not.</summary>
        public object AsRoleNotHeld
        {
            get { return Is("code", "role_not_held") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>It would take effect before what it rests on.</summary>
        public static BlockedBlocker OfBeforeItsTime(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "before_its_time");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `before_its_time`; null where it is not.</summary>
        public object AsBeforeItsTime
        {
            get { return Is("code", "before_its_time") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A reason code is needed.</summary>
        public static BlockedBlocker OfReasonMissing()
        {
            var it = new BlockedBlocker();
            it.Set("code", "reason_missing");
            return it;
        }

        /// <summary>Something in the cycle is still open.</summary>
        public static BlockedBlocker OfStillOpen(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "still_open");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `still_open`; null where it is not.</summary>
        public object AsStillOpen
        {
            get { return Is("code", "still_open") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The need does not wait for a giver.</summary>
        public static BlockedBlocker OfNeedNotAwaitingMatch(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "need_not_awaiting_match");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `need_not_awaiting_match`; null where it is not.</summary>
        public object AsNeedNotAwaitingMatch
        {
            get { return Is("code", "need_not_awaiting_match") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Every deployment the need asks for is live.</summary>
        public static BlockedBlocker OfUnitsMet(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "units_met");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `units_met`; null where it is not.</summary>
        public object AsUnitsMet
        {
            get { return Is("code", "units_met") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A school would help itself.</summary>
        public static BlockedBlocker OfGiverIsHost()
        {
            var it = new BlockedBlocker();
            it.Set("code", "giver_is_host");
            return it;
        }

        /// <summary>The giver was tried for this need before, or helps with it now.</summary>
        public static BlockedBlocker OfGiverTried(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "giver_tried");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `giver_tried`; null where it is not.</summary>
        public object AsGiverTried
        {
            get { return Is("code", "giver_tried") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>An agreement or proposal that ends before it begins, or an agreement that begins before it is made.</summary>
        public static BlockedBlocker OfDatesBackwards(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "dates_backwards");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `dates_backwards`; null where it is not.</summary>
        public object AsDatesBackwards
        {
            get { return Is("code", "dates_backwards") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Work starts before the agreed day.</summary>
        public static BlockedBlocker OfBeforeStart(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "before_start");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `before_start`; null where it is not.</summary>
        public object AsBeforeStart
        {
            get { return Is("code", "before_start") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The need is not being monitored.</summary>
        public static BlockedBlocker OfNotMonitored(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_monitored");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_monitored`; null where it is not.</summary>
        public object AsNotMonitored
        {
            get { return Is("code", "not_monitored") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A monitoring record from the future.</summary>
        public static BlockedBlocker OfInTheFuture(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "in_the_future");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `in_the_future`; null where it is not.</summary>
        public object AsInTheFuture
        {
            get { return Is("code", "in_the_future") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The size is not what the protocol says.</summary>
        public static BlockedBlocker OfWrongSize(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "wrong_size");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `wrong_size`; null where it is not.</summary>
        public object AsWrongSize
        {
            get { return Is("code", "wrong_size") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The cycle runs under another protocol.</summary>
        public static BlockedBlocker OfOtherProtocol(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "other_protocol");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `other_protocol`; null where it is not.</summary>
        public object AsOtherProtocol
        {
            get { return Is("code", "other_protocol") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The cycle was stopped.</summary>
        public static BlockedBlocker OfCycleStopped()
        {
            var it = new BlockedBlocker();
            it.Set("code", "cycle_stopped");
            return it;
        }

        /// <summary>The deadline has closed.</summary>
        public static BlockedBlocker OfDeadlineClosed(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "deadline_closed");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `deadline_closed`; null where it is not.</summary>
        public object AsDeadlineClosed
        {
            get { return Is("code", "deadline_closed") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The reason is none of the protocol.</summary>
        public static BlockedBlocker OfUnknownReason(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "unknown_reason");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `unknown_reason`; null where it is not.</summary>
        public object AsUnknownReason
        {
            get { return Is("code", "unknown_reason") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The reason is none for this step.</summary>
        public static BlockedBlocker OfOtherReasonNeeded(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "other_reason_needed");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `other_reason_needed`; null where it is not.</summary>
        public object AsOtherReasonNeeded
        {
            get { return Is("code", "other_reason_needed") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The actor belongs to the school of the cycle.</summary>
        public static BlockedBlocker OfOwnSchool()
        {
            var it = new BlockedBlocker();
            it.Set("code", "own_school");
            return it;
        }

        /// <summary>The actor does not belong to the school of the cycle.</summary>
        public static BlockedBlocker OfNotOwnSchool()
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_own_school");
            return it;
        }

        /// <summary>The host did not say to which school the actor belongs.</summary>
        public static BlockedBlocker OfSchoolUnknown()
        {
            var it = new BlockedBlocker();
            it.Set("code", "school_unknown");
            return it;
        }

        /// <summary>A fact of the embedder's own rules does not hold.</summary>
        public static BlockedBlocker OfFactMissing(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "fact_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `fact_missing`; null where it is not.</summary>
        public object AsFactMissing
        {
            get { return Is("code", "fact_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A task is not done.</summary>
        public static BlockedBlocker OfTaskNotComplete(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "task_not_complete");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `task_not_complete`; null where it is not.</summary>
        public object AsTaskNotComplete
        {
            get { return Is("code", "task_not_complete") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The protocol has no such task, decision, category, power or part.</summary>
        public static BlockedBlocker OfNotAskedFor(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_asked_for");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_asked_for`; null where it is not.</summary>
        public object AsNotAskedFor
        {
            get { return Is("code", "not_asked_for") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The branch was not taken.</summary>
        public static BlockedBlocker OfBranchNotTaken(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "branch_not_taken");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `branch_not_taken`; null where it is not.</summary>
        public object AsBranchNotTaken
        {
            get { return Is("code", "branch_not_taken") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>What the branch hangs on is not decided.</summary>
        public static BlockedBlocker OfBranchUndecided(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "branch_undecided");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `branch_undecided`; null where it is not.</summary>
        public object AsBranchUndecided
        {
            get { return Is("code", "branch_undecided") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A decision is missing, or came to something else.</summary>
        public static BlockedBlocker OfApprovalMissing(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "approval_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `approval_missing`; null where it is not.</summary>
        public object AsApprovalMissing
        {
            get { return Is("code", "approval_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The outcome is none that the protocol lists, or one is missing.</summary>
        public static BlockedBlocker OfWrongOutcome(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "wrong_outcome");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `wrong_outcome`; null where it is not.</summary>
        public object AsWrongOutcome
        {
            get { return Is("code", "wrong_outcome") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>An outcome was named for a task that has none.</summary>
        public static BlockedBlocker OfNoOutcome()
        {
            var it = new BlockedBlocker();
            it.Set("code", "no_outcome");
            return it;
        }

        /// <summary>Conditions are not allowed.</summary>
        public static BlockedBlocker OfConditionsNotAllowed()
        {
            var it = new BlockedBlocker();
            it.Set("code", "conditions_not_allowed");
            return it;
        }

        /// <summary>Enquiries are not answered.</summary>
        public static BlockedBlocker OfEnquiryUnanswered(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "enquiry_unanswered");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `enquiry_unanswered`; null where it is not.</summary>
        public object AsEnquiryUnanswered
        {
            get { return Is("code", "enquiry_unanswered") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>There is no enquiry about it.</summary>
        public static BlockedBlocker OfNoEnquiry()
        {
            var it = new BlockedBlocker();
            it.Set("code", "no_enquiry");
            return it;
        }

        /// <summary>Evidence is named that the enquiry does not have.</summary>
        public static BlockedBlocker OfEvidenceUnknown(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "evidence_unknown");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `evidence_unknown`; null where it is not.</summary>
        public object AsEvidenceUnknown
        {
            get { return Is("code", "evidence_unknown") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Too few kinds of evidence.</summary>
        public static BlockedBlocker OfEvidenceTooThin(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "evidence_too_thin");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `evidence_too_thin`; null where it is not.</summary>
        public object AsEvidenceTooThin
        {
            get { return Is("code", "evidence_too_thin") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The evidence tells one side only.</summary>
        public static BlockedBlocker OfOneSided(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "one_sided");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `one_sided`; null where it is not.</summary>
        public object AsOneSided
        {
            get { return Is("code", "one_sided") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A causal claim on evidence that cannot carry one.</summary>
        public static BlockedBlocker OfNotCausal(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_causal");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_causal`; null where it is not.</summary>
        public object AsNotCausal
        {
            get { return Is("code", "not_causal") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Too few kinds of evidence for a change.</summary>
        public static BlockedBlocker OfUntriangulated(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "untriangulated");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `untriangulated`; null where it is not.</summary>
        public object AsUntriangulated
        {
            get { return Is("code", "untriangulated") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Feedback did not go both ways.</summary>
        public static BlockedBlocker OfFeedbackMissing(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "feedback_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `feedback_missing`; null where it is not.</summary>
        public object AsFeedbackMissing
        {
            get { return Is("code", "feedback_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Somebody has a declared interest.</summary>
        public static BlockedBlocker OfInterested(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "interested");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `interested`; null where it is not.</summary>
        public object AsInterested
        {
            get { return Is("code", "interested") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The team is larger than the protocol allows.</summary>
        public static BlockedBlocker OfTeamTooLarge(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "team_too_large");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `team_too_large`; null where it is not.</summary>
        public object AsTeamTooLarge
        {
            get { return Is("code", "team_too_large") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Two reviewers from one school.</summary>
        public static BlockedBlocker OfSchoolTwice(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "school_twice");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `school_twice`; null where it is not.</summary>
        public object AsSchoolTwice
        {
            get { return Is("code", "school_twice") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The visit is told too late.</summary>
        public static BlockedBlocker OfTooShortNotice(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "too_short_notice");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `too_short_notice`; null where it is not.</summary>
        public object AsTooShortNotice
        {
            get { return Is("code", "too_short_notice") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The day is protected.</summary>
        public static BlockedBlocker OfProtectedDay(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "protected_day");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `protected_day`; null where it is not.</summary>
        public object AsProtectedDay
        {
            get { return Is("code", "protected_day") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The calendar does not reach that far.</summary>
        public static BlockedBlocker OfBeyondCalendar(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "beyond_calendar");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `beyond_calendar`; null where it is not.</summary>
        public object AsBeyondCalendar
        {
            get { return Is("code", "beyond_calendar") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Too many visits in the term.</summary>
        public static BlockedBlocker OfTooManyVisits(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "too_many_visits");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `too_many_visits`; null where it is not.</summary>
        public object AsTooManyVisits
        {
            get { return Is("code", "too_many_visits") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Too many visits in the school year.</summary>
        public static BlockedBlocker OfTooManyVisitsInYear(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "too_many_visits_in_year");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `too_many_visits_in_year`; null where it is not.</summary>
        public object AsTooManyVisitsInYear
        {
            get { return Is("code", "too_many_visits_in_year") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A visit that is too short, too long, or ends before it begins.</summary>
        public static BlockedBlocker OfVisitLength(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "visit_length");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `visit_length`; null where it is not.</summary>
        public object AsVisitLength
        {
            get { return Is("code", "visit_length") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Too many visits for one person.</summary>
        public static BlockedBlocker OfTooManyVisitsEach(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "too_many_visits_each");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `too_many_visits_each`; null where it is not.</summary>
        public object AsTooManyVisitsEach
        {
            get { return Is("code", "too_many_visits_each") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Too many requests at once.</summary>
        public static BlockedBlocker OfTooManyRequests(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "too_many_requests");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `too_many_requests`; null where it is not.</summary>
        public object AsTooManyRequests
        {
            get { return Is("code", "too_many_requests") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The champion comes from the host school.</summary>
        public static BlockedBlocker OfChampionFromHost()
        {
            var it = new BlockedBlocker();
            it.Set("code", "champion_from_host");
            return it;
        }

        /// <summary>A plan without actions.</summary>
        public static BlockedBlocker OfNoActions()
        {
            var it = new BlockedBlocker();
            it.Set("code", "no_actions");
            return it;
        }

        /// <summary>Actions without a measure.</summary>
        public static BlockedBlocker OfActionWithoutMeasure(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "action_without_measure");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `action_without_measure`; null where it is not.</summary>
        public object AsActionWithoutMeasure
        {
            get { return Is("code", "action_without_measure") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>One person would consent twice.</summary>
        public static BlockedBlocker OfConsentTwice(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "consent_twice");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `consent_twice`; null where it is not.</summary>
        public object AsConsentTwice
        {
            get { return Is("code", "consent_twice") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A second deployment without a coordinator.</summary>
        public static BlockedBlocker OfCoordinatorMissing()
        {
            var it = new BlockedBlocker();
            it.Set("code", "coordinator_missing");
            return it;
        }

        /// <summary>The agreement does not say how the help ends.</summary>
        public static BlockedBlocker OfExitMissing()
        {
            var it = new BlockedBlocker();
            it.Set("code", "exit_missing");
            return it;
        }

        /// <summary>Another coordinator than the one there is.</summary>
        public static BlockedBlocker OfOtherCoordinator(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "other_coordinator");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `other_coordinator`; null where it is not.</summary>
        public object AsOtherCoordinator
        {
            get { return Is("code", "other_coordinator") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A post would be left uncovered.</summary>
        public static BlockedBlocker OfLeadershipGapWouldOpen(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "leadership_gap_would_open");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `leadership_gap_would_open`; null where it is not.</summary>
        public object AsLeadershipGapWouldOpen
        {
            get { return Is("code", "leadership_gap_would_open") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The post at home would be left uncovered.</summary>
        public static BlockedBlocker OfPostUncovered()
        {
            var it = new BlockedBlocker();
            it.Set("code", "post_uncovered");
            return it;
        }

        /// <summary>The span of an executive leader is not told.</summary>
        public static BlockedBlocker OfSpanUnknown()
        {
            var it = new BlockedBlocker();
            it.Set("code", "span_unknown");
            return it;
        }

        /// <summary>The span limit of an executive leader.</summary>
        public static BlockedBlocker OfSpanExceeded(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "span_exceeded");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `span_exceeded`; null where it is not.</summary>
        public object AsSpanExceeded
        {
            get { return Is("code", "span_exceeded") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The giver can lend no more.</summary>
        public static BlockedBlocker OfGiverFallen(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "giver_fallen");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `giver_fallen`; null where it is not.</summary>
        public object AsGiverFallen
        {
            get { return Is("code", "giver_fallen") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>That kind of help is not deployed.</summary>
        public static BlockedBlocker OfKindNotDeployed(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "kind_not_deployed");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `kind_not_deployed`; null where it is not.</summary>
        public object AsKindNotDeployed
        {
            get { return Is("code", "kind_not_deployed") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Delivered time is not what was agreed.</summary>
        public static BlockedBlocker OfTimeUnreconciled(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "time_unreconciled");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `time_unreconciled`; null where it is not.</summary>
        public object AsTimeUnreconciled
        {
            get { return Is("code", "time_unreconciled") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A baseline expectation was not looked at.</summary>
        public static BlockedBlocker OfExpectationUnchecked(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "expectation_unchecked");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `expectation_unchecked`; null where it is not.</summary>
        public object AsExpectationUnchecked
        {
            get { return Is("code", "expectation_unchecked") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A first contact is not recorded.</summary>
        public static BlockedBlocker OfContactMissing(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "contact_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `contact_missing`; null where it is not.</summary>
        public object AsContactMissing
        {
            get { return Is("code", "contact_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A part of due diligence is missing.</summary>
        public static BlockedBlocker OfPartMissing(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "part_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `part_missing`; null where it is not.</summary>
        public object AsPartMissing
        {
            get { return Is("code", "part_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Later steps rest on it.</summary>
        public static BlockedBlocker OfRestedUpon(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "rested_upon");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `rested_upon`; null where it is not.</summary>
        public object AsRestedUpon
        {
            get { return Is("code", "rested_upon") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The next progress review is not after this one.</summary>
        public static BlockedBlocker OfNextBeforeThis(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "next_before_this");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `next_before_this`; null where it is not.</summary>
        public object AsNextBeforeThis
        {
            get { return Is("code", "next_before_this") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Steps before an escalation are missing.</summary>
        public static BlockedBlocker OfStepsNotTaken()
        {
            var it = new BlockedBlocker();
            it.Set("code", "steps_not_taken");
            return it;
        }

        /// <summary>The internal challenge comes first.</summary>
        public static BlockedBlocker OfChallengeFirst()
        {
            var it = new BlockedBlocker();
            it.Set("code", "challenge_first");
            return it;
        }

        /// <summary>The answer is not overdue.</summary>
        public static BlockedBlocker OfAnswerNotOverdue(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "answer_not_overdue");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `answer_not_overdue`; null where it is not.</summary>
        public object AsAnswerNotOverdue
        {
            get { return Is("code", "answer_not_overdue") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>No such deadline runs.</summary>
        public static BlockedBlocker OfDeadlineUnknown(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "deadline_unknown");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `deadline_unknown`; null where it is not.</summary>
        public object AsDeadlineUnknown
        {
            get { return Is("code", "deadline_unknown") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The extension is no extension.</summary>
        public static BlockedBlocker OfNotLater(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "not_later");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_later`; null where it is not.</summary>
        public object AsNotLater
        {
            get { return Is("code", "not_later") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>It is too early for this.</summary>
        public static BlockedBlocker OfTooEarly(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "too_early");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `too_early`; null where it is not.</summary>
        public object AsTooEarly
        {
            get { return Is("code", "too_early") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The other protocol does not fit.</summary>
        public static BlockedBlocker OfMigrationUnfit(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "migration_unfit");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `migration_unfit`; null where it is not.</summary>
        public object AsMigrationUnfit
        {
            get { return Is("code", "migration_unfit") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The protocol to move to was not passed in.</summary>
        public static BlockedBlocker OfOtherProtocolUnknown(object content)
        {
            var it = new BlockedBlocker();
            it.Set("code", "other_protocol_unknown");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `other_protocol_unknown`; null where it is not.</summary>
        public object AsOtherProtocolUnknown
        {
            get { return Is("code", "other_protocol_unknown") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Something that whoever reads this may not see.</summary>
        public static BlockedBlocker OfWithheld()
        {
            var it = new BlockedBlocker();
            it.Set("code", "withheld");
            return it;
        }
    }

    /// <summary>One reason why a command was turned down. A refusal carries all of them.</summary>
    public sealed class Blocker : View
    {
        public Blocker() { }

        public Blocker(Dictionary<string, object> fields) : base(fields) { }

        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        public object Params
        {
            get { return Get("params", Json.Any); }
            set { Set("params", value); }
        }

        /// <summary>What the command is about does not exist.</summary>
        public static Blocker OfUnknown(object content)
        {
            var it = new Blocker();
            it.Set("code", "unknown");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `unknown`; null where it is not.</summary>
        public object AsUnknown
        {
            get { return Is("code", "unknown") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>What the command would make exists already.</summary>
        public static Blocker OfExistsAlready(object content)
        {
            var it = new Blocker();
            it.Set("code", "exists_already");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `exists_already`; null where it is not.</summary>
        public object AsExistsAlready
        {
            get { return Is("code", "exists_already") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The step does not begin where the machine stands.</summary>
        public static Blocker OfWrongPhase(object content)
        {
            var it = new Blocker();
            it.Set("code", "wrong_phase");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `wrong_phase`; null where it is not.</summary>
        public object AsWrongPhase
        {
            get { return Is("code", "wrong_phase") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>None of the actor's roles may do this.</summary>
        public static Blocker OfRoleMissing(object content)
        {
            var it = new Blocker();
            it.Set("code", "role_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `role_missing`; null where it is not.</summary>
        public object AsRoleMissing
        {
            get { return Is("code", "role_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The cycle is paused.</summary>
        public static Blocker OfCyclePaused()
        {
            var it = new Blocker();
            it.Set("code", "cycle_paused");
            return it;
        }

        /// <summary>The cycle is not open.</summary>
        public static Blocker OfCycleNotOpen()
        {
            var it = new Blocker();
            it.Set("code", "cycle_not_open");
            return it;
        }

        /// <summary>A need is reported for a school that is not the cycle's.</summary>
        public static Blocker OfOtherSchool(object content)
        {
            var it = new Blocker();
            it.Set("code", "other_school");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `other_school`; null where it is not.</summary>
        public object AsOtherSchool
        {
            get { return Is("code", "other_school") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A need that asks for no deployment.</summary>
        public static Blocker OfNoUnits()
        {
            var it = new Blocker();
            it.Set("code", "no_units");
            return it;
        }

        /// <summary>No self-evaluation was handed in.</summary>
        public static Blocker OfSelfEvaluationNotSubmitted()
        {
            var it = new Blocker();
            it.Set("code", "self_evaluation_not_submitted");
            return it;
        }

        /// <summary>No review's report was agreed.</summary>
        public static Blocker OfNoAgreedReview()
        {
            var it = new Blocker();
            it.Set("code", "no_agreed_review");
            return it;
        }

        /// <summary>A reviewer comes from the school under review.</summary>
        public static Blocker OfReviewerFromHost(object content)
        {
            var it = new Blocker();
            it.Set("code", "reviewer_from_host");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `reviewer_from_host`; null where it is not.</summary>
        public object AsReviewerFromHost
        {
            get { return Is("code", "reviewer_from_host") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The lead has never shadowed a review.</summary>
        public static Blocker OfLeadWithoutShadowing(object content)
        {
            var it = new Blocker();
            it.Set("code", "lead_without_shadowing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `lead_without_shadowing`; null where it is not.</summary>
        public object AsLeadWithoutShadowing
        {
            get { return Is("code", "lead_without_shadowing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The team is smaller than the protocol asks.</summary>
        public static Blocker OfTeamTooSmall(object content)
        {
            var it = new Blocker();
            it.Set("code", "team_too_small");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `team_too_small`; null where it is not.</summary>
        public object AsTeamTooSmall
        {
            get { return Is("code", "team_too_small") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>One person twice in a team.</summary>
        public static Blocker OfReviewerTwice(object content)
        {
            var it = new Blocker();
            it.Set("code", "reviewer_twice");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `reviewer_twice`; null where it is not.</summary>
        public object AsReviewerTwice
        {
            get { return Is("code", "reviewer_twice") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The visit's day has not come, or is no school day.</summary>
        public static Blocker OfBeforeVisit(object content)
        {
            var it = new Blocker();
            it.Set("code", "before_visit");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `before_visit`; null where it is not.</summary>
        public object AsBeforeVisit
        {
            get { return Is("code", "before_visit") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The school is closed on the day.</summary>
        public static Blocker OfNoSchoolDay(object content)
        {
            var it = new Blocker();
            it.Set("code", "no_school_day");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `no_school_day`; null where it is not.</summary>
        public object AsNoSchoolDay
        {
            get { return Is("code", "no_school_day") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A conflict declaration is missing, open or not clear.</summary>
        public static Blocker OfConflictNotCleared(object content)
        {
            var it = new Blocker();
            it.Set("code", "conflict_not_cleared");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `conflict_not_cleared`; null where it is not.</summary>
        public object AsConflictNotCleared
        {
            get { return Is("code", "conflict_not_cleared") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Consents are missing.</summary>
        public static Blocker OfConsentMissing(object content)
        {
            var it = new Blocker();
            it.Set("code", "consent_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `consent_missing`; null where it is not.</summary>
        public object AsConsentMissing
        {
            get { return Is("code", "consent_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The protocol does not ask for this consent, or it was given, or the actor lacks the role.</summary>
        public static Blocker OfConsentNotDue(object content)
        {
            var it = new Blocker();
            it.Set("code", "consent_not_due");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `consent_not_due`; null where it is not.</summary>
        public object AsConsentNotDue
        {
            get { return Is("code", "consent_not_due") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The actor does not hold the role in which they would decline.</summary>
        public static Blocker OfRoleNotHeld(object content)
        {
            var it = new Blocker();
            it.Set("code", "role_not_held");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `role_not_held`; null where it is not.</summary>
        public object AsRoleNotHeld
        {
            get { return Is("code", "role_not_held") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>It would take effect before what it rests on.</summary>
        public static Blocker OfBeforeItsTime(object content)
        {
            var it = new Blocker();
            it.Set("code", "before_its_time");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `before_its_time`; null where it is not.</summary>
        public object AsBeforeItsTime
        {
            get { return Is("code", "before_its_time") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A reason code is needed.</summary>
        public static Blocker OfReasonMissing()
        {
            var it = new Blocker();
            it.Set("code", "reason_missing");
            return it;
        }

        /// <summary>Something in the cycle is still open.</summary>
        public static Blocker OfStillOpen(object content)
        {
            var it = new Blocker();
            it.Set("code", "still_open");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `still_open`; null where it is not.</summary>
        public object AsStillOpen
        {
            get { return Is("code", "still_open") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The need does not wait for a giver.</summary>
        public static Blocker OfNeedNotAwaitingMatch(object content)
        {
            var it = new Blocker();
            it.Set("code", "need_not_awaiting_match");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `need_not_awaiting_match`; null where it is not.</summary>
        public object AsNeedNotAwaitingMatch
        {
            get { return Is("code", "need_not_awaiting_match") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Every deployment the need asks for is live.</summary>
        public static Blocker OfUnitsMet(object content)
        {
            var it = new Blocker();
            it.Set("code", "units_met");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `units_met`; null where it is not.</summary>
        public object AsUnitsMet
        {
            get { return Is("code", "units_met") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A school would help itself.</summary>
        public static Blocker OfGiverIsHost()
        {
            var it = new Blocker();
            it.Set("code", "giver_is_host");
            return it;
        }

        /// <summary>The giver was tried for this need before, or helps with it now.</summary>
        public static Blocker OfGiverTried(object content)
        {
            var it = new Blocker();
            it.Set("code", "giver_tried");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `giver_tried`; null where it is not.</summary>
        public object AsGiverTried
        {
            get { return Is("code", "giver_tried") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>An agreement or proposal that ends before it begins, or an agreement that begins before it is made.</summary>
        public static Blocker OfDatesBackwards(object content)
        {
            var it = new Blocker();
            it.Set("code", "dates_backwards");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `dates_backwards`; null where it is not.</summary>
        public object AsDatesBackwards
        {
            get { return Is("code", "dates_backwards") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Work starts before the agreed day.</summary>
        public static Blocker OfBeforeStart(object content)
        {
            var it = new Blocker();
            it.Set("code", "before_start");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `before_start`; null where it is not.</summary>
        public object AsBeforeStart
        {
            get { return Is("code", "before_start") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The need is not being monitored.</summary>
        public static Blocker OfNotMonitored(object content)
        {
            var it = new Blocker();
            it.Set("code", "not_monitored");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_monitored`; null where it is not.</summary>
        public object AsNotMonitored
        {
            get { return Is("code", "not_monitored") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The same person recommended and would decide.</summary>
        public static Blocker OfSamePerson()
        {
            var it = new Blocker();
            it.Set("code", "same_person");
            return it;
        }

        /// <summary>A monitoring record from the future.</summary>
        public static Blocker OfInTheFuture(object content)
        {
            var it = new Blocker();
            it.Set("code", "in_the_future");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `in_the_future`; null where it is not.</summary>
        public object AsInTheFuture
        {
            get { return Is("code", "in_the_future") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The size is not what the protocol says.</summary>
        public static Blocker OfWrongSize(object content)
        {
            var it = new Blocker();
            it.Set("code", "wrong_size");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `wrong_size`; null where it is not.</summary>
        public object AsWrongSize
        {
            get { return Is("code", "wrong_size") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The cycle runs under another protocol.</summary>
        public static Blocker OfOtherProtocol(object content)
        {
            var it = new Blocker();
            it.Set("code", "other_protocol");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `other_protocol`; null where it is not.</summary>
        public object AsOtherProtocol
        {
            get { return Is("code", "other_protocol") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The cycle was stopped.</summary>
        public static Blocker OfCycleStopped()
        {
            var it = new Blocker();
            it.Set("code", "cycle_stopped");
            return it;
        }

        /// <summary>The deadline has closed.</summary>
        public static Blocker OfDeadlineClosed(object content)
        {
            var it = new Blocker();
            it.Set("code", "deadline_closed");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `deadline_closed`; null where it is not.</summary>
        public object AsDeadlineClosed
        {
            get { return Is("code", "deadline_closed") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The reason is none of the protocol.</summary>
        public static Blocker OfUnknownReason(object content)
        {
            var it = new Blocker();
            it.Set("code", "unknown_reason");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `unknown_reason`; null where it is not.</summary>
        public object AsUnknownReason
        {
            get { return Is("code", "unknown_reason") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The reason is none for this step.</summary>
        public static Blocker OfOtherReasonNeeded(object content)
        {
            var it = new Blocker();
            it.Set("code", "other_reason_needed");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `other_reason_needed`; null where it is not.</summary>
        public object AsOtherReasonNeeded
        {
            get { return Is("code", "other_reason_needed") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The actor belongs to the school of the cycle.</summary>
        public static Blocker OfOwnSchool()
        {
            var it = new Blocker();
            it.Set("code", "own_school");
            return it;
        }

        /// <summary>The actor does not belong to the school of the cycle.</summary>
        public static Blocker OfNotOwnSchool()
        {
            var it = new Blocker();
            it.Set("code", "not_own_school");
            return it;
        }

        /// <summary>The host did not say to which school the actor belongs.</summary>
        public static Blocker OfSchoolUnknown()
        {
            var it = new Blocker();
            it.Set("code", "school_unknown");
            return it;
        }

        /// <summary>A fact of the embedder's own rules does not hold.</summary>
        public static Blocker OfFactMissing(object content)
        {
            var it = new Blocker();
            it.Set("code", "fact_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `fact_missing`; null where it is not.</summary>
        public object AsFactMissing
        {
            get { return Is("code", "fact_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A task is not done.</summary>
        public static Blocker OfTaskNotComplete(object content)
        {
            var it = new Blocker();
            it.Set("code", "task_not_complete");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `task_not_complete`; null where it is not.</summary>
        public object AsTaskNotComplete
        {
            get { return Is("code", "task_not_complete") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The protocol has no such task, decision, category, power or part.</summary>
        public static Blocker OfNotAskedFor(object content)
        {
            var it = new Blocker();
            it.Set("code", "not_asked_for");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_asked_for`; null where it is not.</summary>
        public object AsNotAskedFor
        {
            get { return Is("code", "not_asked_for") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The branch was not taken.</summary>
        public static Blocker OfBranchNotTaken(object content)
        {
            var it = new Blocker();
            it.Set("code", "branch_not_taken");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `branch_not_taken`; null where it is not.</summary>
        public object AsBranchNotTaken
        {
            get { return Is("code", "branch_not_taken") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>What the branch hangs on is not decided.</summary>
        public static Blocker OfBranchUndecided(object content)
        {
            var it = new Blocker();
            it.Set("code", "branch_undecided");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `branch_undecided`; null where it is not.</summary>
        public object AsBranchUndecided
        {
            get { return Is("code", "branch_undecided") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A decision is missing, or came to something else.</summary>
        public static Blocker OfApprovalMissing(object content)
        {
            var it = new Blocker();
            it.Set("code", "approval_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `approval_missing`; null where it is not.</summary>
        public object AsApprovalMissing
        {
            get { return Is("code", "approval_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The outcome is none that the protocol lists, or one is missing.</summary>
        public static Blocker OfWrongOutcome(object content)
        {
            var it = new Blocker();
            it.Set("code", "wrong_outcome");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `wrong_outcome`; null where it is not.</summary>
        public object AsWrongOutcome
        {
            get { return Is("code", "wrong_outcome") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>An outcome was named for a task that has none.</summary>
        public static Blocker OfNoOutcome()
        {
            var it = new Blocker();
            it.Set("code", "no_outcome");
            return it;
        }

        /// <summary>Conditions are not allowed.</summary>
        public static Blocker OfConditionsNotAllowed()
        {
            var it = new Blocker();
            it.Set("code", "conditions_not_allowed");
            return it;
        }

        /// <summary>Enquiries are not answered.</summary>
        public static Blocker OfEnquiryUnanswered(object content)
        {
            var it = new Blocker();
            it.Set("code", "enquiry_unanswered");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `enquiry_unanswered`; null where it is not.</summary>
        public object AsEnquiryUnanswered
        {
            get { return Is("code", "enquiry_unanswered") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>There is no enquiry about it.</summary>
        public static Blocker OfNoEnquiry()
        {
            var it = new Blocker();
            it.Set("code", "no_enquiry");
            return it;
        }

        /// <summary>Evidence is named that the enquiry does not have.</summary>
        public static Blocker OfEvidenceUnknown(object content)
        {
            var it = new Blocker();
            it.Set("code", "evidence_unknown");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `evidence_unknown`; null where it is not.</summary>
        public object AsEvidenceUnknown
        {
            get { return Is("code", "evidence_unknown") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Too few kinds of evidence.</summary>
        public static Blocker OfEvidenceTooThin(object content)
        {
            var it = new Blocker();
            it.Set("code", "evidence_too_thin");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `evidence_too_thin`; null where it is not.</summary>
        public object AsEvidenceTooThin
        {
            get { return Is("code", "evidence_too_thin") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The evidence tells one side only.</summary>
        public static Blocker OfOneSided(object content)
        {
            var it = new Blocker();
            it.Set("code", "one_sided");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `one_sided`; null where it is not.</summary>
        public object AsOneSided
        {
            get { return Is("code", "one_sided") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A causal claim on evidence that cannot carry one.</summary>
        public static Blocker OfNotCausal(object content)
        {
            var it = new Blocker();
            it.Set("code", "not_causal");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_causal`; null where it is not.</summary>
        public object AsNotCausal
        {
            get { return Is("code", "not_causal") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Too few kinds of evidence for a change.</summary>
        public static Blocker OfUntriangulated(object content)
        {
            var it = new Blocker();
            it.Set("code", "untriangulated");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `untriangulated`; null where it is not.</summary>
        public object AsUntriangulated
        {
            get { return Is("code", "untriangulated") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Feedback did not go both ways.</summary>
        public static Blocker OfFeedbackMissing(object content)
        {
            var it = new Blocker();
            it.Set("code", "feedback_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `feedback_missing`; null where it is not.</summary>
        public object AsFeedbackMissing
        {
            get { return Is("code", "feedback_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Somebody has a declared interest.</summary>
        public static Blocker OfInterested(object content)
        {
            var it = new Blocker();
            it.Set("code", "interested");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `interested`; null where it is not.</summary>
        public object AsInterested
        {
            get { return Is("code", "interested") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The team is larger than the protocol allows.</summary>
        public static Blocker OfTeamTooLarge(object content)
        {
            var it = new Blocker();
            it.Set("code", "team_too_large");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `team_too_large`; null where it is not.</summary>
        public object AsTeamTooLarge
        {
            get { return Is("code", "team_too_large") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Two reviewers from one school.</summary>
        public static Blocker OfSchoolTwice(object content)
        {
            var it = new Blocker();
            it.Set("code", "school_twice");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `school_twice`; null where it is not.</summary>
        public object AsSchoolTwice
        {
            get { return Is("code", "school_twice") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The visit is told too late.</summary>
        public static Blocker OfTooShortNotice(object content)
        {
            var it = new Blocker();
            it.Set("code", "too_short_notice");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `too_short_notice`; null where it is not.</summary>
        public object AsTooShortNotice
        {
            get { return Is("code", "too_short_notice") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The day is protected.</summary>
        public static Blocker OfProtectedDay(object content)
        {
            var it = new Blocker();
            it.Set("code", "protected_day");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `protected_day`; null where it is not.</summary>
        public object AsProtectedDay
        {
            get { return Is("code", "protected_day") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The calendar does not reach that far.</summary>
        public static Blocker OfBeyondCalendar(object content)
        {
            var it = new Blocker();
            it.Set("code", "beyond_calendar");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `beyond_calendar`; null where it is not.</summary>
        public object AsBeyondCalendar
        {
            get { return Is("code", "beyond_calendar") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Too many visits in the term.</summary>
        public static Blocker OfTooManyVisits(object content)
        {
            var it = new Blocker();
            it.Set("code", "too_many_visits");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `too_many_visits`; null where it is not.</summary>
        public object AsTooManyVisits
        {
            get { return Is("code", "too_many_visits") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Too many visits in the school year.</summary>
        public static Blocker OfTooManyVisitsInYear(object content)
        {
            var it = new Blocker();
            it.Set("code", "too_many_visits_in_year");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `too_many_visits_in_year`; null where it is not.</summary>
        public object AsTooManyVisitsInYear
        {
            get { return Is("code", "too_many_visits_in_year") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A visit that is too short, too long, or ends before it begins.</summary>
        public static Blocker OfVisitLength(object content)
        {
            var it = new Blocker();
            it.Set("code", "visit_length");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `visit_length`; null where it is not.</summary>
        public object AsVisitLength
        {
            get { return Is("code", "visit_length") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Too many visits for one person.</summary>
        public static Blocker OfTooManyVisitsEach(object content)
        {
            var it = new Blocker();
            it.Set("code", "too_many_visits_each");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `too_many_visits_each`; null where it is not.</summary>
        public object AsTooManyVisitsEach
        {
            get { return Is("code", "too_many_visits_each") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Too many requests at once.</summary>
        public static Blocker OfTooManyRequests(object content)
        {
            var it = new Blocker();
            it.Set("code", "too_many_requests");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `too_many_requests`; null where it is not.</summary>
        public object AsTooManyRequests
        {
            get { return Is("code", "too_many_requests") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The champion comes from the host school.</summary>
        public static Blocker OfChampionFromHost()
        {
            var it = new Blocker();
            it.Set("code", "champion_from_host");
            return it;
        }

        /// <summary>A plan without actions.</summary>
        public static Blocker OfNoActions()
        {
            var it = new Blocker();
            it.Set("code", "no_actions");
            return it;
        }

        /// <summary>Actions without a measure.</summary>
        public static Blocker OfActionWithoutMeasure(object content)
        {
            var it = new Blocker();
            it.Set("code", "action_without_measure");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `action_without_measure`; null where it is not.</summary>
        public object AsActionWithoutMeasure
        {
            get { return Is("code", "action_without_measure") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>One person would consent twice.</summary>
        public static Blocker OfConsentTwice(object content)
        {
            var it = new Blocker();
            it.Set("code", "consent_twice");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `consent_twice`; null where it is not.</summary>
        public object AsConsentTwice
        {
            get { return Is("code", "consent_twice") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A second deployment without a coordinator.</summary>
        public static Blocker OfCoordinatorMissing()
        {
            var it = new Blocker();
            it.Set("code", "coordinator_missing");
            return it;
        }

        /// <summary>The agreement does not say how the help ends.</summary>
        public static Blocker OfExitMissing()
        {
            var it = new Blocker();
            it.Set("code", "exit_missing");
            return it;
        }

        /// <summary>Another coordinator than the one there is.</summary>
        public static Blocker OfOtherCoordinator(object content)
        {
            var it = new Blocker();
            it.Set("code", "other_coordinator");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `other_coordinator`; null where it is not.</summary>
        public object AsOtherCoordinator
        {
            get { return Is("code", "other_coordinator") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A post would be left uncovered.</summary>
        public static Blocker OfLeadershipGapWouldOpen(object content)
        {
            var it = new Blocker();
            it.Set("code", "leadership_gap_would_open");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `leadership_gap_would_open`; null where it is not.</summary>
        public object AsLeadershipGapWouldOpen
        {
            get { return Is("code", "leadership_gap_would_open") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The post at home would be left uncovered.</summary>
        public static Blocker OfPostUncovered()
        {
            var it = new Blocker();
            it.Set("code", "post_uncovered");
            return it;
        }

        /// <summary>The span of an executive leader is not told.</summary>
        public static Blocker OfSpanUnknown()
        {
            var it = new Blocker();
            it.Set("code", "span_unknown");
            return it;
        }

        /// <summary>The span limit of an executive leader.</summary>
        public static Blocker OfSpanExceeded(object content)
        {
            var it = new Blocker();
            it.Set("code", "span_exceeded");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `span_exceeded`; null where it is not.</summary>
        public object AsSpanExceeded
        {
            get { return Is("code", "span_exceeded") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The giver can lend no more.</summary>
        public static Blocker OfGiverFallen(object content)
        {
            var it = new Blocker();
            it.Set("code", "giver_fallen");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `giver_fallen`; null where it is not.</summary>
        public object AsGiverFallen
        {
            get { return Is("code", "giver_fallen") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>That kind of help is not deployed.</summary>
        public static Blocker OfKindNotDeployed(object content)
        {
            var it = new Blocker();
            it.Set("code", "kind_not_deployed");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `kind_not_deployed`; null where it is not.</summary>
        public object AsKindNotDeployed
        {
            get { return Is("code", "kind_not_deployed") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Delivered time is not what was agreed.</summary>
        public static Blocker OfTimeUnreconciled(object content)
        {
            var it = new Blocker();
            it.Set("code", "time_unreconciled");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `time_unreconciled`; null where it is not.</summary>
        public object AsTimeUnreconciled
        {
            get { return Is("code", "time_unreconciled") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A baseline expectation was not looked at.</summary>
        public static Blocker OfExpectationUnchecked(object content)
        {
            var it = new Blocker();
            it.Set("code", "expectation_unchecked");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `expectation_unchecked`; null where it is not.</summary>
        public object AsExpectationUnchecked
        {
            get { return Is("code", "expectation_unchecked") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A first contact is not recorded.</summary>
        public static Blocker OfContactMissing(object content)
        {
            var it = new Blocker();
            it.Set("code", "contact_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `contact_missing`; null where it is not.</summary>
        public object AsContactMissing
        {
            get { return Is("code", "contact_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A part of due diligence is missing.</summary>
        public static Blocker OfPartMissing(object content)
        {
            var it = new Blocker();
            it.Set("code", "part_missing");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `part_missing`; null where it is not.</summary>
        public object AsPartMissing
        {
            get { return Is("code", "part_missing") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Later steps rest on it.</summary>
        public static Blocker OfRestedUpon(object content)
        {
            var it = new Blocker();
            it.Set("code", "rested_upon");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `rested_upon`; null where it is not.</summary>
        public object AsRestedUpon
        {
            get { return Is("code", "rested_upon") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The next progress review is not after this one.</summary>
        public static Blocker OfNextBeforeThis(object content)
        {
            var it = new Blocker();
            it.Set("code", "next_before_this");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `next_before_this`; null where it is not.</summary>
        public object AsNextBeforeThis
        {
            get { return Is("code", "next_before_this") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Steps before an escalation are missing.</summary>
        public static Blocker OfStepsNotTaken()
        {
            var it = new Blocker();
            it.Set("code", "steps_not_taken");
            return it;
        }

        /// <summary>The internal challenge comes first.</summary>
        public static Blocker OfChallengeFirst()
        {
            var it = new Blocker();
            it.Set("code", "challenge_first");
            return it;
        }

        /// <summary>The answer is not overdue.</summary>
        public static Blocker OfAnswerNotOverdue(object content)
        {
            var it = new Blocker();
            it.Set("code", "answer_not_overdue");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `answer_not_overdue`; null where it is not.</summary>
        public object AsAnswerNotOverdue
        {
            get { return Is("code", "answer_not_overdue") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>No such deadline runs.</summary>
        public static Blocker OfDeadlineUnknown(object content)
        {
            var it = new Blocker();
            it.Set("code", "deadline_unknown");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `deadline_unknown`; null where it is not.</summary>
        public object AsDeadlineUnknown
        {
            get { return Is("code", "deadline_unknown") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The extension is no extension.</summary>
        public static Blocker OfNotLater(object content)
        {
            var it = new Blocker();
            it.Set("code", "not_later");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `not_later`; null where it is not.</summary>
        public object AsNotLater
        {
            get { return Is("code", "not_later") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>It is too early for this.</summary>
        public static Blocker OfTooEarly(object content)
        {
            var it = new Blocker();
            it.Set("code", "too_early");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `too_early`; null where it is not.</summary>
        public object AsTooEarly
        {
            get { return Is("code", "too_early") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The other protocol does not fit.</summary>
        public static Blocker OfMigrationUnfit(object content)
        {
            var it = new Blocker();
            it.Set("code", "migration_unfit");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `migration_unfit`; null where it is not.</summary>
        public object AsMigrationUnfit
        {
            get { return Is("code", "migration_unfit") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The protocol to move to was not passed in.</summary>
        public static Blocker OfOtherProtocolUnknown(object content)
        {
            var it = new Blocker();
            it.Set("code", "other_protocol_unknown");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `other_protocol_unknown`; null where it is not.</summary>
        public object AsOtherProtocolUnknown
        {
            get { return Is("code", "other_protocol_unknown") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Something that whoever reads this may not see.</summary>
        public static Blocker OfWithheld()
        {
            var it = new Blocker();
            it.Set("code", "withheld");
            return it;
        }
    }

    /// <summary>A visit that is booked for a reviewer.</summary>
    public sealed class BookedView : View
    {
        public BookedView() { }

        public BookedView(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether they lead it.</summary>
        public bool? Leads
        {
            get { return Get("leads", Json.Flag); }
            set { Set("leads", value); }
        }

        /// <summary>The review.</summary>
        public ReviewOfCycle Of
        {
            get { return Get("of", Json.ViewOf(fields => new ReviewOfCycle(fields))); }
            set { Set("of", value); }
        }

        /// <summary>The round whose plan promises it, until the team is formed.</summary>
        public string PromisedBy
        {
            get { return Get("promised_by", Json.Text); }
            set { Set("promised_by", value); }
        }

        /// <summary>The term in which it counts; none beyond the calendar.</summary>
        public SchoolTerm Term
        {
            get { return Get("term", Json.ViewOf(fields => new SchoolTerm(fields))); }
            set { Set("term", value); }
        }
    }

    /// <summary>A condition on what was decided, or on what a task came to. Exactly one of the two is named.</summary>
    public sealed class Branch : View
    {
        public Branch() { }

        public Branch(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The decision.</summary>
        public string Approval
        {
            get { return Get("approval", Json.Text); }
            set { Set("approval", value); }
        }

        /// <summary>The outcomes that lead here.</summary>
        public List<string> IsValue
        {
            get { return Get("is", Json.ListOf(Json.Text)); }
            set { Set("is", value); }
        }

        /// <summary>The task.</summary>
        public string Task
        {
            get { return Get("task", Json.Text); }
            set { Set("task", value); }
        }
    }

    /// <summary>How needs and offers are brought together before matching. All parts are assumptions of whoever sets
    /// them; the defaults are Collegium's own.</summary>
    public sealed class CandidateRules : View
    {
        public CandidateRules() { }

        public CandidateRules(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The farthest giver in question, in metres, in a straight line; none where distance does not
        /// matter. With a limit, a school without a known place is paired with nobody.</summary>
        public long? Farthest
        {
            get { return Get("farthest", Json.Whole); }
            set { Set("farthest", value); }
        }

        /// <summary>Points for a giver next door, falling in a straight line to none at `farthest`.</summary>
        public long? NearnessPoints
        {
            get { return Get("nearness_points", Json.Whole); }
            set { Set("nearness_points", value); }
        }

        /// <summary>Points where giver and taker serve the same stage of education.</summary>
        public long? SamePhasePoints
        {
            get { return Get("same_phase_points", Json.Whole); }
            set { Set("same_phase_points", value); }
        }

        /// <summary>Points for each rank of severity (1 low to 4 urgent).</summary>
        public long? SeverityPoints
        {
            get { return Get("severity_points", Json.Whole); }
            set { Set("severity_points", value); }
        }
    }

    /// <summary>A category of monitoring with its own cadences.</summary>
    public sealed class Category : View
    {
        public Category() { }

        public Category(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>How often each channel watches a school in it.</summary>
        public Dictionary<string, Span> Cadences
        {
            get { return Get("cadences", Json.MapOf(Json.ViewOf(fields => new Span(fields)))); }
            set { Set("cadences", value); }
        }

        /// <summary>Its code.</summary>
        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        /// <summary>What people call it.</summary>
        public string Label
        {
            get { return Get("label", Json.Text); }
            set { Set("label", value); }
        }
    }

    /// <summary>Prices that no plan can beat: capacities and demands at their prices, and for each pair what its
    /// score exceeds its two prices by, add up to a bound (linear programming duality).</summary>
    public sealed class Certificate : View
    {
        public Certificate() { }

        public Certificate(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>One price per group of givers, by id; it comes on top of its members'.</summary>
        public List<PriceEntry> GiverGroups
        {
            get { return Get("giver_groups", Json.ListOf(Json.ViewOf(fields => new PriceEntry(fields)))); }
            set { Set("giver_groups", value); }
        }

        /// <summary>One price per giver, by id.</summary>
        public List<PriceEntry> Givers
        {
            get { return Get("givers", Json.ListOf(Json.ViewOf(fields => new PriceEntry(fields)))); }
            set { Set("givers", value); }
        }

        /// <summary>How to read the prices.</summary>
        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        /// <summary>One price per group of takers, by id.</summary>
        public List<PriceEntry> TakerGroups
        {
            get { return Get("taker_groups", Json.ListOf(Json.ViewOf(fields => new PriceEntry(fields)))); }
            set { Set("taker_groups", value); }
        }

        /// <summary>One price per taker, by id.</summary>
        public List<PriceEntry> Takers
        {
            get { return Get("takers", Json.ListOf(Json.ViewOf(fields => new PriceEntry(fields)))); }
            set { Set("takers", value); }
        }
    }

    /// <summary>What kind of proof a certificate is.</summary>
    public static class CertificateKind
    {
        /// <summary>Dual prices of the linear programme.</summary>
        public const string Duals = "duals";
    }

    /// <summary>A challenge within its cycle; its question lives with the schools.</summary>
    public sealed class Challenge : View
    {
        public Challenge() { }

        public Challenge(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Who asked.</summary>
        public string By
        {
            get { return Get("by", Json.Text); }
            set { Set("by", value); }
        }

        /// <summary>The need it is about, if it is about one.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>Where a challenge stands.</summary>
    public static class ChallengePhase
    {
        /// <summary>It was raised and waits for an answer.</summary>
        public const string Raised = "raised";
        /// <summary>It was answered.</summary>
        public const string Answered = "answered";
        /// <summary>The answer was accepted.</summary>
        public const string Settled = "settled";
        /// <summary>It went to the next level.</summary>
        public const string Escalated = "escalated";
    }

    /// <summary>A way of watching, with a cadence of its own.</summary>
    public static class Channel
    {
        /// <summary>Assessment data.</summary>
        public const string DataCheck = "data_check";
        /// <summary>An informal visit.</summary>
        public const string InformalVisit = "informal_visit";
        /// <summary>A formal review.</summary>
        public const string FormalReview = "formal_review";
    }

    /// <summary>What stands although it should not.</summary>
    public sealed class Checked : View
    {
        public Checked() { }

        public Checked(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Cycles in which there is something.</summary>
        public List<CycleViolations> Cycles
        {
            get { return Get("cycles", Json.ListOf(Json.ViewOf(fields => new CycleViolations(fields)))); }
            set { Set("cycles", value); }
        }

        /// <summary>In the network.</summary>
        public List<StandingViolation> Network
        {
            get { return Get("network", Json.ListOf(Json.ViewOf(fields => new StandingViolation(fields)))); }
            set { Set("network", value); }
        }
    }

    /// <summary>One machine of a cycle, by its id.</summary>
    public sealed class Child : View
    {
        public Child() { }

        public Child(Dictionary<string, object> fields) : base(fields) { }

        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        public string Machine
        {
            get { return Get("machine", Json.Text); }
            set { Set("machine", value); }
        }

        /// <summary>The cycle itself.</summary>
        public static Child OfCycle()
        {
            var it = new Child();
            it.Set("machine", "cycle");
            return it;
        }

        /// <summary>What a school needs help with.</summary>
        public static Child OfNeed(string content)
        {
            var it = new Child();
            it.Set("machine", "need");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `need`; null where it is not.</summary>
        public string AsNeed
        {
            get { return Is("machine", "need") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A school's look at itself.</summary>
        public static Child OfSelfEvaluation(string content)
        {
            var it = new Child();
            it.Set("machine", "self_evaluation");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `self_evaluation`; null where it is not.</summary>
        public string AsSelfEvaluation
        {
            get { return Is("machine", "self_evaluation") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A review visit by peers.</summary>
        public static Child OfReview(string content)
        {
            var it = new Child();
            it.Set("machine", "review");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `review`; null where it is not.</summary>
        public string AsReview
        {
            get { return Is("machine", "review") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A line of enquiry with its evidence and its finding.</summary>
        public static Child OfEnquiry(string content)
        {
            var it = new Child();
            it.Set("machine", "enquiry");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `enquiry`; null where it is not.</summary>
        public string AsEnquiry
        {
            get { return Is("machine", "enquiry") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A session that turns findings into owned actions.</summary>
        public static Child OfWorkshop(string content)
        {
            var it = new Child();
            it.Set("machine", "workshop");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `workshop`; null where it is not.</summary>
        public string AsWorkshop
        {
            get { return Is("machine", "workshop") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>Something asked of somebody.</summary>
        public static Child OfRequest(string content)
        {
            var it = new Child();
            it.Set("machine", "request");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `request`; null where it is not.</summary>
        public string AsRequest
        {
            get { return Is("machine", "request") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A time-boxed placement for a need.</summary>
        public static Child OfDeployment(string content)
        {
            var it = new Child();
            it.Set("machine", "deployment");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `deployment`; null where it is not.</summary>
        public string AsDeployment
        {
            get { return Is("machine", "deployment") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>An item of the improvement plan.</summary>
        public static Child OfObjective(string content)
        {
            var it = new Child();
            it.Set("machine", "objective");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `objective`; null where it is not.</summary>
        public string AsObjective
        {
            get { return Is("machine", "objective") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A look at progress, with the next one fixed.</summary>
        public static Child OfProgressReview(string content)
        {
            var it = new Child();
            it.Set("machine", "progress_review");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `progress_review`; null where it is not.</summary>
        public string AsProgressReview
        {
            get { return Is("machine", "progress_review") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A worry that is resolved or escalated.</summary>
        public static Child OfConcern(string content)
        {
            var it = new Child();
            it.Set("machine", "concern");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `concern`; null where it is not.</summary>
        public string AsConcern
        {
            get { return Is("machine", "concern") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A peer's question that must be answered.</summary>
        public static Child OfChallenge(string content)
        {
            var it = new Child();
            it.Set("machine", "challenge");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `challenge`; null where it is not.</summary>
        public string AsChallenge
        {
            get { return Is("machine", "challenge") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A recommendation on the help for a need, with its decision.</summary>
        public static Child OfDecision(string content)
        {
            var it = new Child();
            it.Set("machine", "decision");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `decision`; null where it is not.</summary>
        public string AsDecision
        {
            get { return Is("machine", "decision") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A decision that the protocol asks for, with its recommendation.</summary>
        public static Child OfApproval(string content)
        {
            var it = new Child();
            it.Set("machine", "approval");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `approval`; null where it is not.</summary>
        public string AsApproval
        {
            get { return Is("machine", "approval") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>Coaching: dates and counts only.</summary>
        public static Child OfCoaching(string content)
        {
            var it = new Child();
            it.Set("machine", "coaching");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `coaching`; null where it is not.</summary>
        public string AsCoaching
        {
            get { return Is("machine", "coaching") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>Due diligence on a school that would join.</summary>
        public static Child OfDueDiligence(string content)
        {
            var it = new Child();
            it.Set("machine", "due_diligence");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `due_diligence`; null where it is not.</summary>
        public string AsDueDiligence
        {
            get { return Is("machine", "due_diligence") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A task that the protocol asks for.</summary>
        public static Child OfTask(string content)
        {
            var it = new Child();
            it.Set("machine", "task");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `task`; null where it is not.</summary>
        public string AsTask
        {
            get { return Is("machine", "task") ? Get("id", Json.Text) : default(string); }
        }
    }

    /// <summary>A clock that runs for one machine.</summary>
    public sealed class Clock : View
    {
        public Clock() { }

        public Clock(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What it waits for.</summary>
        public Awaits Awaits
        {
            get { return Get("awaits", Json.ViewOf(fields => new Awaits(fields))); }
            set { Set("awaits", value); }
        }

        /// <summary>What it is about.</summary>
        public Child Child
        {
            get { return Get("child", Json.ViewOf(fields => new Child(fields))); }
            set { Set("child", value); }
        }

        /// <summary>The last day on which it can be done at all.</summary>
        public string Close
        {
            get { return Get("close", Json.Text); }
            set { Set("close", value); }
        }

        /// <summary>The last day on which it is done in time; none where the calendar does not reach that far, or while
        /// the clock stands still.</summary>
        public string Due
        {
            get { return Get("due", Json.Text); }
            set { Set("due", value); }
        }

        /// <summary>The last day on which it still counts as done in time.</summary>
        public string Grace
        {
            get { return Get("grace", Json.Text); }
            set { Set("grace", value); }
        }

        /// <summary>The days of its reminders.</summary>
        public List<string> Remind
        {
            get { return Get("remind", Json.ListOf(Json.Text)); }
            set { Set("remind", value); }
        }

        /// <summary>When it was started.</summary>
        public string Started
        {
            get { return Get("started", Json.Text); }
            set { Set("started", value); }
        }

        /// <summary>How it stands on the day asked about.</summary>
        public string Status
        {
            get { return Get("status", Json.Text); }
            set { Set("status", value); }
        }
    }

    /// <summary>How a clock stands. A day counts whole: what is due today is not overdue today.</summary>
    public static class ClockStatus
    {
        /// <summary>There is time.</summary>
        public const string Running = "running";
        /// <summary>A reminder's day has come.</summary>
        public const string Remind = "remind";
        /// <summary>It is past due, within grace.</summary>
        public const string InGrace = "in_grace";
        /// <summary>It is overdue.</summary>
        public const string Overdue = "overdue";
        /// <summary>It can no longer be done, unless more time is given.</summary>
        public const string Closed = "closed";
        /// <summary>It stands still while the cycle is paused or stopped.</summary>
        public const string Frozen = "frozen";
        /// <summary>The calendar does not reach its due date.</summary>
        public const string BeyondCalendar = "beyond_calendar";
    }

    /// <summary>What is due.</summary>
    public sealed class Clocks : View
    {
        public Clocks() { }

        public Clocks(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Cycles in which a clock runs.</summary>
        public List<CycleClocks> Cycles
        {
            get { return Get("cycles", Json.ListOf(Json.ViewOf(fields => new CycleClocks(fields)))); }
            set { Set("cycles", value); }
        }
    }

    /// <summary>Coaching within its cycle.</summary>
    public sealed class Coaching : View
    {
        public Coaching() { }

        public Coaching(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Who coaches.</summary>
        public string Coach
        {
            get { return Get("coach", Json.Text); }
            set { Set("coach", value); }
        }

        /// <summary>Who is coached.</summary>
        public string Coached
        {
            get { return Get("coached", Json.Text); }
            set { Set("coached", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>The days of the sessions held.</summary>
        public List<string> Sessions
        {
            get { return Get("sessions", Json.ListOf(Json.Text)); }
            set { Set("sessions", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>Where coaching stands.</summary>
    public static class CoachingPhase
    {
        /// <summary>It was agreed and goes on.</summary>
        public const string Contracted = "contracted";
        /// <summary>It is over.</summary>
        public const string Closed = "closed";
    }

    /// <summary>A concern within its cycle; its wording lives behind a note.</summary>
    public sealed class Concern : View
    {
        public Concern() { }

        public Concern(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Why it was escalated, if it was.</summary>
        public string EscalatedFor
        {
            get { return Get("escalated_for", Json.Text); }
            set { Set("escalated_for", value); }
        }

        /// <summary>The need it is about, if it is about one.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>Powers that were used after the escalation, in order.</summary>
        public List<string> Powers
        {
            get { return Get("powers", Json.ListOf(Json.Text)); }
            set { Set("powers", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>Where a concern stands.</summary>
    public static class ConcernPhase
    {
        /// <summary>It was raised.</summary>
        public const string Raised = "raised";
        /// <summary>It was resolved.</summary>
        public const string Resolved = "resolved";
        /// <summary>It was escalated.</summary>
        public const string Escalated = "escalated";
        /// <summary>What followed from the escalation is over.</summary>
        public const string Closed = "closed";
    }

    /// <summary>A supposition under which the outcome is another.</summary>
    public sealed class Counterfactual : View
    {
        public Counterfactual() { }

        public Counterfactual(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What was really observed there.</summary>
        public List<Observation> Observed
        {
            get { return Get("observed", Json.ListOf(Json.ViewOf(fields => new Observation(fields)))); }
            set { Set("observed", value); }
        }

        /// <summary>What the rule then recommends; nothing where no observation would be left.</summary>
        public Recommendation Recommended
        {
            get { return Get("recommended", Json.ViewOf(fields => new Recommendation(fields))); }
            set { Set("recommended", value); }
        }

        /// <summary>What is supposed.</summary>
        public Supposition Supposed
        {
            get { return Get("supposed", Json.ViewOf(fields => new Supposition(fields))); }
            set { Set("supposed", value); }
        }
    }

    /// <summary>What would have to be otherwise for another outcome.</summary>
    public sealed class Counterfactuals : View
    {
        public Counterfactuals() { }

        public Counterfactuals(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Single observations that lead to another outcome if rated otherwise.</summary>
        public List<Counterfactual> Rated
        {
            get { return Get("rated", Json.ListOf(Json.ViewOf(fields => new Counterfactual(fields)))); }
            set { Set("rated", value); }
        }

        /// <summary>Up to which size sets were searched: that of the sets found, or of the last search in vain.</summary>
        public long? Searched
        {
            get { return Get("searched", Json.Whole); }
            set { Set("searched", value); }
        }

        /// <summary>Observations without which the outcome is another: every set of the smallest size that has one.</summary>
        public List<Counterfactual> Without
        {
            get { return Get("without", Json.ListOf(Json.ViewOf(fields => new Counterfactual(fields)))); }
            set { Set("without", value); }
        }
    }

    /// <summary>One turn of the review loop for one school. The default is a cycle that was never opened.</summary>
    public sealed class Cycle : View
    {
        public Cycle() { }

        public Cycle(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Every approval by its id.</summary>
        public Dictionary<string, Approval> Approvals
        {
            get { return Get("approvals", Json.MapOf(Json.ViewOf(fields => new Approval(fields)))); }
            set { Set("approvals", value); }
        }

        /// <summary>Every challenge by its id.</summary>
        public Dictionary<string, Challenge> Challenges
        {
            get { return Get("challenges", Json.MapOf(Json.ViewOf(fields => new Challenge(fields)))); }
            set { Set("challenges", value); }
        }

        /// <summary>Every coaching by its id.</summary>
        public Dictionary<string, Coaching> Coachings
        {
            get { return Get("coachings", Json.MapOf(Json.ViewOf(fields => new Coaching(fields)))); }
            set { Set("coachings", value); }
        }

        /// <summary>Every concern by its id.</summary>
        public Dictionary<string, Concern> Concerns
        {
            get { return Get("concerns", Json.MapOf(Json.ViewOf(fields => new Concern(fields)))); }
            set { Set("concerns", value); }
        }

        /// <summary>Every decision by its id.</summary>
        public Dictionary<string, Decision> Decisions
        {
            get { return Get("decisions", Json.MapOf(Json.ViewOf(fields => new Decision(fields)))); }
            set { Set("decisions", value); }
        }

        /// <summary>Every deployment by its id.</summary>
        public Dictionary<string, Deployment> Deployments
        {
            get { return Get("deployments", Json.MapOf(Json.ViewOf(fields => new Deployment(fields)))); }
            set { Set("deployments", value); }
        }

        /// <summary>Every due diligence by its id.</summary>
        public Dictionary<string, DueDiligence> DueDiligences
        {
            get { return Get("due_diligences", Json.MapOf(Json.ViewOf(fields => new DueDiligence(fields)))); }
            set { Set("due_diligences", value); }
        }

        /// <summary>Every enquiry by its id.</summary>
        public Dictionary<string, Enquiry> Enquiries
        {
            get { return Get("enquiries", Json.MapOf(Json.ViewOf(fields => new Enquiry(fields)))); }
            set { Set("enquiries", value); }
        }

        /// <summary>Every need by its id.</summary>
        public Dictionary<string, NeedState> Needs
        {
            get { return Get("needs", Json.MapOf(Json.ViewOf(fields => new NeedState(fields)))); }
            set { Set("needs", value); }
        }

        /// <summary>Every objective by its id.</summary>
        public Dictionary<string, Objective> Objectives
        {
            get { return Get("objectives", Json.MapOf(Json.ViewOf(fields => new Objective(fields)))); }
            set { Set("objectives", value); }
        }

        /// <summary>How it was opened; none before.</summary>
        public Opened Opened
        {
            get { return Get("opened", Json.ViewOf(fields => new Opened(fields))); }
            set { Set("opened", value); }
        }

        /// <summary>Every progress review by its id.</summary>
        public Dictionary<string, ProgressReview> ProgressReviews
        {
            get { return Get("progress_reviews", Json.MapOf(Json.ViewOf(fields => new ProgressReview(fields)))); }
            set { Set("progress_reviews", value); }
        }

        /// <summary>Every request by its id.</summary>
        public Dictionary<string, Request> Requests
        {
            get { return Get("requests", Json.MapOf(Json.ViewOf(fields => new Request(fields)))); }
            set { Set("requests", value); }
        }

        /// <summary>Every review by its id.</summary>
        public Dictionary<string, Review> Reviews
        {
            get { return Get("reviews", Json.MapOf(Json.ViewOf(fields => new Review(fields)))); }
            set { Set("reviews", value); }
        }

        /// <summary>What was reported of the school.</summary>
        public SchoolRecord SchoolRecord
        {
            get { return Get("school_record", Json.ViewOf(fields => new SchoolRecord(fields))); }
            set { Set("school_record", value); }
        }

        /// <summary>Every self-evaluation by its id.</summary>
        public Dictionary<string, SelfEvaluation> SelfEvaluations
        {
            get { return Get("self_evaluations", Json.MapOf(Json.ViewOf(fields => new SelfEvaluation(fields)))); }
            set { Set("self_evaluations", value); }
        }

        /// <summary>Every task by its id.</summary>
        public Dictionary<string, TaskState> Tasks
        {
            get { return Get("tasks", Json.MapOf(Json.ViewOf(fields => new TaskState(fields)))); }
            set { Set("tasks", value); }
        }

        /// <summary>Every workshop by its id.</summary>
        public Dictionary<string, Workshop> Workshops
        {
            get { return Get("workshops", Json.MapOf(Json.ViewOf(fields => new Workshop(fields)))); }
            set { Set("workshops", value); }
        }
    }

    /// <summary>What may be done in a cycle.</summary>
    public sealed class CycleActions : View
    {
        public CycleActions() { }

        public CycleActions(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Every act whose step begins where something stands.</summary>
        public List<ActionTold> Actions
        {
            get { return Get("actions", Json.ListOf(Json.ViewOf(fields => new ActionTold(fields)))); }
            set { Set("actions", value); }
        }
    }

    /// <summary>What is due in one cycle.</summary>
    public sealed class CycleClocks : View
    {
        public CycleClocks() { }

        public CycleClocks(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its clocks.</summary>
        public List<Clock> Clocks
        {
            get { return Get("clocks", Json.ListOf(Json.ViewOf(fields => new Clock(fields)))); }
            set { Set("clocks", value); }
        }

        /// <summary>The cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }
    }

    /// <summary>Whether the cycle runs.</summary>
    public static class CyclePhase
    {
        /// <summary>It runs.</summary>
        public const string Active = "active";
        /// <summary>It is paused: facts are recorded, wishes wait.</summary>
        public const string Paused = "paused";
        /// <summary>It was stopped: facts are recorded, and it can be closed or taken up again.</summary>
        public const string Stopped = "stopped";
        /// <summary>It is over; a new turn is a new cycle.</summary>
        public const string Closed = "closed";
    }

    /// <summary>A cycle in a line.</summary>
    public sealed class CycleSummary : View
    {
        public CycleSummary() { }

        public CycleSummary(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>Whether it is active, paused, stopped or closed.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>Its school.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }

        /// <summary>Which turn of the loop it is.</summary>
        public long? Turn
        {
            get { return Get("turn", Json.Whole); }
            set { Set("turn", value); }
        }
    }

    /// <summary>What waits in one cycle.</summary>
    public sealed class CycleTasks : View
    {
        public CycleTasks() { }

        public CycleTasks(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>The soonest first.</summary>
        public List<Todo> Tasks
        {
            get { return Get("tasks", Json.ListOf(Json.ViewOf(fields => new Todo(fields)))); }
            set { Set("tasks", value); }
        }
    }

    /// <summary>A cycle as it stands.</summary>
    public sealed class CycleView : View
    {
        public CycleView() { }

        public CycleView(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The protocol under which it runs.</summary>
        public Pin Protocol
        {
            get { return Get("protocol", Json.ViewOf(fields => new Pin(fields))); }
            set { Set("protocol", value); }
        }

        /// <summary>Its state; that of a cycle never opened where it does not exist or is not to be seen.</summary>
        public Cycle State
        {
            get { return Get("state", Json.ViewOf(fields => new Cycle(fields))); }
            set { Set("state", value); }
        }
    }

    /// <summary>What stands in one cycle although it should not.</summary>
    public sealed class CycleViolations : View
    {
        public CycleViolations() { }

        public CycleViolations(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>Each.</summary>
        public List<ToldViolation> Violations
        {
            get { return Get("violations", Json.ListOf(Json.ViewOf(fields => new ToldViolation(fields)))); }
            set { Set("violations", value); }
        }
    }

    /// <summary>Something due a span after a machine entered a phase.</summary>
    public sealed class Deadline : View
    {
        public Deadline() { }

        public Deadline(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The act that meets it.</summary>
        public string Awaits
        {
            get { return Get("awaits", Json.Text); }
            set { Set("awaits", value); }
        }

        /// <summary>When it closes, counted from the start of the clock: after that day the step is refused, unless more
        /// time is given.</summary>
        public Span Close
        {
            get { return Get("close", Json.ViewOf(fields => new Span(fields))); }
            set { Set("close", value); }
        }

        /// <summary>When it is due.</summary>
        public Span Due
        {
            get { return Get("due", Json.ViewOf(fields => new Span(fields))); }
            set { Set("due", value); }
        }

        /// <summary>How much later it still counts as done in time.</summary>
        public Span Grace
        {
            get { return Get("grace", Json.ViewOf(fields => new Span(fields))); }
            set { Set("grace", value); }
        }

        /// <summary>Its name.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>The code of the phase whose beginning starts the clock.</summary>
        public string InPhase
        {
            get { return Get("in_phase", Json.Text); }
            set { Set("in_phase", value); }
        }

        /// <summary>The machine whose phase starts the clock, where it is another than that of the act: a need waits for
        /// a proposal.</summary>
        public string Of
        {
            get { return Get("of", Json.Text); }
            set { Set("of", value); }
        }

        /// <summary>The kind of request it is for; all kinds where none is named.</summary>
        public string OfKind
        {
            get { return Get("of_kind", Json.Text); }
            set { Set("of_kind", value); }
        }

        /// <summary>When reminders go out, counted from the start of the clock.</summary>
        public List<Span> Remind
        {
            get { return Get("remind", Json.ListOf(Json.ViewOf(fields => new Span(fields)))); }
            set { Set("remind", value); }
        }
    }

    /// <summary>What would come of a command.</summary>
    public sealed class Decided : View
    {
        public Decided() { }

        public Decided(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its events, or every reason against it.</summary>
        public Answer Answer
        {
            get { return Get("answer", Json.ViewOf(fields => new Answer(fields))); }
            set { Set("answer", value); }
        }
    }

    /// <summary>A recommendation, with the decision once there is one.</summary>
    public sealed class Decision : View
    {
        public Decision() { }

        public Decision(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What was decided.</summary>
        public Verdict Decided
        {
            get { return Get("decided", Json.ViewOf(fields => new Verdict(fields))); }
            set { Set("decided", value); }
        }

        /// <summary>When it lapsed undecided, if it did.</summary>
        public string Lapsed
        {
            get { return Get("lapsed", Json.Text); }
            set { Set("lapsed", value); }
        }

        /// <summary>What was recommended.</summary>
        public Recommended Recommended
        {
            get { return Get("recommended", Json.ViewOf(fields => new Recommended(fields))); }
            set { Set("recommended", value); }
        }

        /// <summary>When.</summary>
        public string RecommendedAt
        {
            get { return Get("recommended_at", Json.Text); }
            set { Set("recommended_at", value); }
        }

        /// <summary>By whom.</summary>
        public string RecommendedBy
        {
            get { return Get("recommended_by", Json.Text); }
            set { Set("recommended_by", value); }
        }

        /// <summary>On whose behalf, if not their own.</summary>
        public string RecommendedFor
        {
            get { return Get("recommended_for", Json.Text); }
            set { Set("recommended_for", value); }
        }
    }

    /// <summary>A deployment within its cycle.</summary>
    public sealed class Deployment : View
    {
        public Deployment() { }

        public Deployment(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Consents given, in order.</summary>
        public List<GivenConsent> Consents
        {
            get { return Get("consents", Json.ListOf(Json.ViewOf(fields => new GivenConsent(fields)))); }
            set { Set("consents", value); }
        }

        /// <summary>Working time delivered, by activity.</summary>
        public Dictionary<string, long?> Delivered
        {
            get { return Get("delivered", Json.MapOf(Json.Whole)); }
            set { Set("delivered", value); }
        }

        /// <summary>What is known of the first weeks.</summary>
        public FirstWeeks FirstWeeks
        {
            get { return Get("first_weeks", Json.ViewOf(fields => new FirstWeeks(fields))); }
            set { Set("first_weeks", value); }
        }

        /// <summary>What was proposed.</summary>
        public Proposal Proposal
        {
            get { return Get("proposal", Json.ViewOf(fields => new Proposal(fields))); }
            set { Set("proposal", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }

        /// <summary>Where it stands, with what belongs to that phase.</summary>
        public object Stage
        {
            get { return Get("stage", Json.Any); }
            set { Set("stage", value); }
        }
    }

    /// <summary>Where things are heading.</summary>
    public static class Direction
    {
        /// <summary>For the better.</summary>
        public const string Improving = "improving";
        /// <summary>No change.</summary>
        public const string Steady = "steady";
        /// <summary>For the worse.</summary>
        public const string Declining = "declining";
    }

    /// <summary>The disadvantage gap, as far as it can be told.</summary>
    public sealed class Disadvantage : View
    {
        public Disadvantage() { }

        public Disadvantage(Dictionary<string, object> fields) : base(fields) { }

        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        public object Of
        {
            get { return Get("of", Json.Any); }
            set { Set("of", value); }
        }

        /// <summary>It can be told.</summary>
        public static Disadvantage OfGap(Gap content)
        {
            var it = new Disadvantage();
            it.Set("kind", "gap");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `gap`; null where it is not.</summary>
        public Gap AsGap
        {
            get { return Is("kind", "gap") ? Get("of", Json.ViewOf(fields => new Gap(fields))) : default(Gap); }
        }

        /// <summary>One of the groups has fewer schools than are told of.</summary>
        public static Disadvantage OfTooFew(object content)
        {
            var it = new Disadvantage();
            it.Set("kind", "too_few");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `too_few`; null where it is not.</summary>
        public object AsTooFew
        {
            get { return Is("kind", "too_few") ? Get("of", Json.Any) : default(object); }
        }

        /// <summary>No help is given to any of them.</summary>
        public static Disadvantage OfNoHelp()
        {
            var it = new Disadvantage();
            it.Set("kind", "no_help");
            return it;
        }
    }

    /// <summary>Help for another need that stands in the way.</summary>
    public sealed class Displaced : View
    {
        public Displaced() { }

        public Displaced(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>The deployment.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }

        /// <summary>Working time a term that it holds.</summary>
        public long? HalfDays
        {
            get { return Get("half_days", Json.Whole); }
            set { Set("half_days", value); }
        }

        /// <summary>Whether its end alone would make room.</summary>
        public bool? MakesRoom
        {
            get { return Get("makes_room", Json.Flag); }
            set { Set("makes_room", value); }
        }

        /// <summary>The need.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>The school that it helps.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }

        /// <summary>How severe that need is.</summary>
        public string Severity
        {
            get { return Get("severity", Json.Text); }
            set { Set("severity", value); }
        }
    }

    /// <summary>Due diligence within its cycle.</summary>
    public sealed class DueDiligence : View
    {
        public DueDiligence() { }

        public DueDiligence(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Parts that are done, with the needs that each found.</summary>
        public Dictionary<string, List<string>> Parts
        {
            get { return Get("parts", Json.MapOf(Json.ListOf(Json.Text))); }
            set { Set("parts", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>Where due diligence stands.</summary>
    public static class DueDiligencePhase
    {
        /// <summary>The school is interested.</summary>
        public const string Interested = "interested";
        /// <summary>A first look at what is known.</summary>
        public const string Triage = "triage";
        /// <summary>The whole look.</summary>
        public const string Detailed = "detailed";
        /// <summary>The school may join.</summary>
        public const string Accepted = "accepted";
        /// <summary>Not now.</summary>
        public const string Deferred = "deferred";
        /// <summary>Not at all.</summary>
        public const string Declined = "declined";
        /// <summary>It has joined, with a first map of support.</summary>
        public const string Onboarded = "onboarded";
    }

    /// <summary>The stage of education a school serves. (A *need* has a phase of its own; see the cycle.)</summary>
    public static class EducationPhase
    {
        /// <summary>Before compulsory school age.</summary>
        public const string Nursery = "nursery";
        /// <summary>Ages 4 to 11, middle schools deemed primary included.</summary>
        public const string Primary = "primary";
        /// <summary>Ages 11 to 16 or 18, middle schools deemed secondary included.</summary>
        public const string Secondary = "secondary";
        /// <summary>Both.</summary>
        public const string AllThrough = "all_through";
        /// <summary>After 16.</summary>
        public const string SixteenPlus = "sixteen_plus";
        /// <summary>The register gives none: special schools, pupil referral units, independent schools.</summary>
        public const string NotApplicable = "not_applicable";
    }

    /// <summary>Something to be done outside the engine because a command was accepted.</summary>
    public sealed class Effect : View
    {
        public Effect() { }

        public Effect(Dictionary<string, object> fields) : base(fields) { }

        public object Data
        {
            get { return Get("data", Json.Any); }
            set { Set("data", value); }
        }

        public string Type
        {
            get { return Get("type", Json.Text); }
            set { Set("type", value); }
        }

        /// <summary>Tell everybody in these roles.</summary>
        public static Effect OfNotify(object content)
        {
            var it = new Effect();
            it.Set("type", "notify");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `notify`; null where it is not.</summary>
        public object AsNotify
        {
            get { return Is("type", "notify") ? Get("data", Json.Any) : default(object); }
        }

        /// <summary>Make a report available to those with whom it is shared.</summary>
        public static Effect OfPublish(object content)
        {
            var it = new Effect();
            it.Set("type", "publish");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `publish`; null where it is not.</summary>
        public object AsPublish
        {
            get { return Is("type", "publish") ? Get("data", Json.Any) : default(object); }
        }
    }

    /// <summary>An enquiry within its cycle; its wording lives with the school.</summary>
    public sealed class Enquiry : View
    {
        public Enquiry() { }

        public Enquiry(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What of leadership it asks about, if it does.</summary>
        public string Domain
        {
            get { return Get("domain", Json.Text); }
            set { Set("domain", value); }
        }

        /// <summary>The evidence so far.</summary>
        public Dictionary<string, string> Evidence
        {
            get { return Get("evidence", Json.MapOf(Json.Text)); }
            set { Set("evidence", value); }
        }

        /// <summary>What was found; none before it is answered.</summary>
        public Finding Finding
        {
            get { return Get("finding", Json.ViewOf(fields => new Finding(fields))); }
            set { Set("finding", value); }
        }

        /// <summary>The need it is about, if it is about one.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>The review it belongs to, if it belongs to one.</summary>
        public string Review
        {
            get { return Get("review", Json.Text); }
            set { Set("review", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>Where an enquiry stands.</summary>
    public static class EnquiryPhase
    {
        /// <summary>The question is asked.</summary>
        public const string Open = "open";
        /// <summary>It is answered by a finding.</summary>
        public const string Answered = "answered";
        /// <summary>It was dropped with what it belonged to.</summary>
        public const string Dropped = "dropped";
    }

    /// <summary>A kind of evidence.</summary>
    public sealed class EvidenceKindRule : View
    {
        public EvidenceKindRule() { }

        public EvidenceKindRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether it can show that something is the cause of something.</summary>
        public bool? Causal
        {
            get { return Get("causal", Json.Flag); }
            set { Set("causal", value); }
        }

        /// <summary>What it counts for; a kind that counts for nothing can never matter.</summary>
        public List<string> CountsFor
        {
            get { return Get("counts_for", Json.ListOf(Json.Text)); }
            set { Set("counts_for", value); }
        }

        /// <summary>What people call it.</summary>
        public string Label
        {
            get { return Get("label", Json.Text); }
            set { Set("label", value); }
        }

        /// <summary>What it tells.</summary>
        public string Says
        {
            get { return Get("says", Json.Text); }
            set { Set("says", value); }
        }
    }

    /// <summary>What counts as evidence, and when there is enough of it.</summary>
    public sealed class EvidenceRule : View
    {
        public EvidenceRule() { }

        public EvidenceRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether an answer needs both what happened and why.</summary>
        public bool? BothSides
        {
            get { return Get("both_sides", Json.Flag); }
            set { Set("both_sides", value); }
        }

        /// <summary>Kinds of evidence.</summary>
        public Dictionary<string, EvidenceKindRule> Kinds
        {
            get { return Get("kinds", Json.MapOf(Json.ViewOf(fields => new EvidenceKindRule(fields)))); }
            set { Set("kinds", value); }
        }

        /// <summary>How many kinds an answer rests on at least.</summary>
        public long? ToAnswer
        {
            get { return Get("to_answer", Json.Whole); }
            set { Set("to_answer", value); }
        }

        /// <summary>How many kinds make a finding triangulated.</summary>
        public long? ToTriangulate
        {
            get { return Get("to_triangulate", Json.Whole); }
            set { Set("to_triangulate", value); }
        }
    }

    /// <summary>What evidence counts for.</summary>
    public static class EvidenceUse
    {
        /// <summary>It answers an enquiry.</summary>
        public const string Answer = "answer";
        /// <summary>It makes a finding triangulated.</summary>
        public const string Triangulation = "triangulation";
    }

    /// <summary>What stands in the way of a command.</summary>
    public sealed class Explained : View
    {
        public Explained() { }

        public Explained(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether it would be taken.</summary>
        public bool? Allowed
        {
            get { return Get("allowed", Json.Flag); }
            set { Set("allowed", value); }
        }

        /// <summary>Every reason against it, with who could lift it.</summary>
        public List<BlockedBlocker> Blockers
        {
            get { return Get("blockers", Json.ListOf(Json.ViewOf(fields => new BlockedBlocker(fields)))); }
            set { Set("blockers", value); }
        }
    }

    /// <summary>More time, as it was given.</summary>
    public sealed class Extension : View
    {
        public Extension() { }

        public Extension(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The day on which it was given: a pause after it moves the end.</summary>
        public string Given
        {
            get { return Get("given", Json.Text); }
            set { Set("given", value); }
        }

        /// <summary>The day until which it was given.</summary>
        public string Until
        {
            get { return Get("until", Json.Text); }
            set { Set("until", value); }
        }
    }

    /// <summary>A fault as it travels.</summary>
    public sealed class Fault : View
    {
        public Fault() { }

        public Fault(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its stable code.</summary>
        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        /// <summary>Each fault by itself, where there are several.</summary>
        public List<Found> Faults
        {
            get { return Get("faults", Json.ListOf(Json.ViewOf(fields => new Found(fields)))); }
            set { Set("faults", value); }
        }

        /// <summary>What the sender can do.</summary>
        public string Help
        {
            get { return Get("help", Json.Text); }
            set { Set("help", value); }
        }

        /// <summary>What is wrong, in English.</summary>
        public string What
        {
            get { return Get("what", Json.Text); }
            set { Set("what", value); }
        }
    }

    /// <summary>In which direction feedback goes.</summary>
    public static class Feedback
    {
        /// <summary>The team tells the school what it saw.</summary>
        public const string ToSchool = "to_school";
        /// <summary>The school tells the team how the visit was.</summary>
        public const string ToTeam = "to_team";
    }

    /// <summary>What an enquiry came to.</summary>
    public sealed class Finding : View
    {
        public Finding() { }

        public Finding(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether it says that something is the cause of something.</summary>
        public bool? Causal
        {
            get { return Get("causal", Json.Flag); }
            set { Set("causal", value); }
        }

        /// <summary>The kinds of evidence that it rests on.</summary>
        public List<string> Kinds
        {
            get { return Get("kinds", Json.ListOf(Json.Text)); }
            set { Set("kinds", value); }
        }
    }

    /// <summary>What the first weeks of support are watched for.</summary>
    public sealed class FirstWeeks : View
    {
        public FirstWeeks() { }

        public FirstWeeks(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>With whom there was contact, and when first.</summary>
        public Dictionary<string, string> Contacts
        {
            get { return Get("contacts", Json.MapOf(Json.Text)); }
            set { Set("contacts", value); }
        }

        /// <summary>Which baseline expectations were looked at, and whether they were met when last looked at.</summary>
        public Dictionary<string, bool?> Expectations
        {
            get { return Get("expectations", Json.MapOf(Json.Flag)); }
            set { Set("expectations", value); }
        }
    }

    /// <summary>What is watched in the first weeks of support.</summary>
    public sealed class FirstWeeksRule : View
    {
        public FirstWeeksRule() { }

        public FirstWeeksRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>With whom there is contact.</summary>
        public List<string> Contacts
        {
            get { return Get("contacts", Json.ListOf(Json.Text)); }
            set { Set("contacts", value); }
        }

        /// <summary>Baseline expectations, each with its label.</summary>
        public Dictionary<string, string> Expectations
        {
            get { return Get("expectations", Json.MapOf(Json.Text)); }
            set { Set("expectations", value); }
        }

        /// <summary>By when, counted from the day on which the work started.</summary>
        public Span Within
        {
            get { return Get("within", Json.ViewOf(fields => new Span(fields))); }
            set { Set("within", value); }
        }
    }

    /// <summary>One of several faults.</summary>
    public sealed class Found : View
    {
        public Found() { }

        public Found(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Where: a field, or a line from 1.</summary>
        public string Place
        {
            get { return Get("place", Json.Text); }
            set { Set("place", value); }
        }

        /// <summary>What is wrong.</summary>
        public string What
        {
            get { return Get("what", Json.Text); }
            set { Set("what", value); }
        }
    }

    /// <summary>Capacity of one giver that would be free again.</summary>
    public sealed class Freed : View
    {
        public Freed() { }

        public Freed(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The deployments that hold it now.</summary>
        public List<string> Deployments
        {
            get { return Get("deployments", Json.ListOf(Json.Text)); }
            set { Set("deployments", value); }
        }

        /// <summary>The giver.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>Working time a term that they hold.</summary>
        public long? HalfDays
        {
            get { return Get("half_days", Json.Whole); }
            set { Set("half_days", value); }
        }

        /// <summary>What that would do for others; absent where it is not to be seen.</summary>
        public Room Room
        {
            get { return Get("room", Json.ViewOf(fields => new Room(fields))); }
            set { Set("room", value); }
        }

        /// <summary>How many they are.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }

        /// <summary>When it would be free.</summary>
        public string When
        {
            get { return Get("when", Json.Text); }
            set { Set("when", value); }
        }
    }

    /// <summary>A stretch of days that a clock does not count: it stands still from `from` on and counts again on
    /// the day it resumes.
    ///
    /// Frozen and resumed on the same day, it covers nothing; nor does one that resumes before it begins.</summary>
    public sealed class Freeze : View
    {
        public Freeze() { }

        public Freeze(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The first day that does not count.</summary>
        public string From
        {
            get { return Get("from", Json.Text); }
            set { Set("from", value); }
        }

        /// <summary>The day that counts again; none while the clock stands still.</summary>
        public string Until
        {
            get { return Get("until", Json.Text); }
            set { Set("until", value); }
        }
    }

    /// <summary>Schools in two groups: with at least the share of disadvantaged pupils that all of them together have, and
    /// with less.</summary>
    public sealed class Gap : View
    {
        public Gap() { }

        public Gap(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Schools with fewer.</summary>
        public Group Fewer
        {
            get { return Get("fewer", Json.ViewOf(fields => new Group(fields))); }
            set { Set("fewer", value); }
        }

        /// <summary>Schools with more disadvantaged pupils.</summary>
        public Group More
        {
            get { return Get("more", Json.ViewOf(fields => new Group(fields))); }
            set { Set("more", value); }
        }

        /// <summary>The share of help that goes to the former, less their share of all disadvantaged pupils, in per mille:
        /// below zero, help does not reach them as often as disadvantage does.</summary>
        public long? PerMille
        {
            get { return Get("per_mille", Json.Whole); }
            set { Set("per_mille", value); }
        }
    }

    /// <summary>A consent as it was given.</summary>
    public sealed class GivenConsent : View
    {
        public GivenConsent() { }

        public GivenConsent(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>When.</summary>
        public string At
        {
            get { return Get("at", Json.Text); }
            set { Set("at", value); }
        }

        /// <summary>In which role.</summary>
        public string By
        {
            get { return Get("by", Json.Text); }
            set { Set("by", value); }
        }

        /// <summary>By whom.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }
    }

    /// <summary>A protocol as it is handed in.</summary>
    public sealed class GivenProtocol : View
    {
        public GivenProtocol() { }

        public GivenProtocol(Dictionary<string, object> fields) : base(fields) { }

        public object Data
        {
            get { return Get("data", Json.Any); }
            set { Set("data", value); }
        }

        public string Type
        {
            get { return Get("type", Json.Text); }
            set { Set("type", value); }
        }

        /// <summary>One that is built in, by its name.</summary>
        public static GivenProtocol OfPreset(string content)
        {
            var it = new GivenProtocol();
            it.Set("type", "preset");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `preset`; null where it is not.</summary>
        public string AsPreset
        {
            get { return Is("type", "preset") ? Get("data", Json.Text) : default(string); }
        }

        /// <summary>One as JSON.</summary>
        public static GivenProtocol OfJson(Protocol content)
        {
            var it = new GivenProtocol();
            it.Set("type", "json");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `json`; null where it is not.</summary>
        public Protocol AsJson
        {
            get { return Is("type", "json") ? Get("data", Json.ViewOf(fields => new Protocol(fields))) : default(Protocol); }
        }

        /// <summary>The text of one in TOML.</summary>
        public static GivenProtocol OfToml(string content)
        {
            var it = new GivenProtocol();
            it.Set("type", "toml");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `toml`; null where it is not.</summary>
        public string AsToml
        {
            get { return Is("type", "toml") ? Get("data", Json.Text) : default(string); }
        }
    }

    /// <summary>A group of schools.</summary>
    public sealed class Group : View
    {
        public Group() { }

        public Group(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Working time a term that they are given.</summary>
        public long? HalfDays
        {
            get { return Get("half_days", Json.Whole); }
            set { Set("half_days", value); }
        }

        /// <summary>For how many of these somebody is at work.</summary>
        public long? Helped
        {
            get { return Get("helped", Json.Whole); }
            set { Set("helped", value); }
        }

        /// <summary>How many open needs they have.</summary>
        public long? Needs
        {
            get { return Get("needs", Json.Whole); }
            set { Set("needs", value); }
        }

        /// <summary>How many schools.</summary>
        public long? Schools
        {
            get { return Get("schools", Json.Whole); }
            set { Set("schools", value); }
        }

        /// <summary>Of all disadvantaged pupils of those schools, those who are theirs.</summary>
        public long? ShareOfDisadvantaged
        {
            get { return Get("share_of_disadvantaged", Json.Whole); }
            set { Set("share_of_disadvantaged", value); }
        }

        /// <summary>Of all help that is given to schools whose share is known, what goes to them.</summary>
        public long? ShareOfHelp
        {
            get { return Get("share_of_help", Json.Whole); }
            set { Set("share_of_help", value); }
        }
    }

    /// <summary>The networks that are held.</summary>
    public sealed class Held : View
    {
        public Held() { }

        public Held(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Each with how many entries its log has.</summary>
        public Dictionary<string, long?> Networks
        {
            get { return Get("networks", Json.MapOf(Json.Whole)); }
            set { Set("networks", value); }
        }
    }

    /// <summary>Capacity held by a deployment.</summary>
    public sealed class Hold : View
    {
        public Hold() { }

        public Hold(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether it is agreed; before, it is only reserved.</summary>
        public bool? Committed
        {
            get { return Get("committed", Json.Flag); }
            set { Set("committed", value); }
        }

        /// <summary>The first day from which it is held.</summary>
        public string From
        {
            get { return Get("from", Json.Text); }
            set { Set("from", value); }
        }

        /// <summary>Working time a term.</summary>
        public long? HalfDays
        {
            get { return Get("half_days", Json.Whole); }
            set { Set("half_days", value); }
        }

        /// <summary>Who is lent, where it is known.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }

        /// <summary>The last day of work, where it is known.</summary>
        public string To
        {
            get { return Get("to", Json.Text); }
            set { Set("to", value); }
        }
    }

    /// <summary>A giver that comes into question.</summary>
    public sealed class InQuestion : View
    {
        public InQuestion() { }

        public InQuestion(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Where it has no room: help that it gives for less severe needs, the least severe first. To end it is a
        /// decision about those needs, and nobody's here.</summary>
        public List<Displaced> Displaces
        {
            get { return Get("displaces", Json.ListOf(Json.ViewOf(fields => new Displaced(fields)))); }
            set { Set("displaces", value); }
        }

        /// <summary>How many deployments it has free for the need.</summary>
        public long? Free
        {
            get { return Get("free", Json.Whole); }
            set { Set("free", value); }
        }

        /// <summary>The giver.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>What speaks for the pair.</summary>
        public object Score
        {
            get { return Get("score", Json.Any); }
            set { Set("score", value); }
        }
    }

    /// <summary>A term in which a giver lends another amount than in all others.</summary>
    public sealed class InTerm : View
    {
        public InTerm() { }

        public InTerm(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Deployments at once; zero where nobody can be lent in it.</summary>
        public long? AtOnce
        {
            get { return Get("at_once", Json.Whole); }
            set { Set("at_once", value); }
        }

        /// <summary>Working time in it.</summary>
        public long? PerTerm
        {
            get { return Get("per_term", Json.Whole); }
            set { Set("per_term", value); }
        }

        /// <summary>The term.</summary>
        public SchoolTerm Term
        {
            get { return Get("term", Json.ViewOf(fields => new SchoolTerm(fields))); }
            set { Set("term", value); }
        }
    }

    /// <summary>An inspection with what it judged.</summary>
    public sealed class Inspection : View
    {
        public Inspection() { }

        public Inspection(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether it overtakes the peers' own challenge: an intervention follows by law.</summary>
        public bool? Intervention
        {
            get { return Get("intervention", Json.Flag); }
            set { Set("intervention", value); }
        }

        /// <summary>Its judgements; grades of different years belong to different vocabularies.</summary>
        public List<Judgement> Judgements
        {
            get { return Get("judgements", Json.ListOf(Json.ViewOf(fields => new Judgement(fields)))); }
            set { Set("judgements", value); }
        }

        /// <summary>When.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }
    }

    /// <summary>A tie between a person and a school, declared before anybody is asked to do anything.</summary>
    public sealed class Interest : View
    {
        public Interest() { }

        public Interest(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Who has it.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }

        /// <summary>To which school.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }
    }

    /// <summary>One judgement of an inspection.</summary>
    public sealed class Judgement : View
    {
        public Judgement() { }

        public Judgement(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What of the school it is about; none for an overall grade.</summary>
        public string Area
        {
            get { return Get("area", Json.Text); }
            set { Set("area", value); }
        }

        /// <summary>The grade.</summary>
        public string Grade
        {
            get { return Get("grade", Json.Text); }
            set { Set("grade", value); }
        }

        /// <summary>The vocabulary its grade belongs to.</summary>
        public string Vocabulary
        {
            get { return Get("vocabulary", Json.Text); }
            set { Set("vocabulary", value); }
        }
    }

    /// <summary>What is late.</summary>
    public sealed class Late : View
    {
        public Late() { }

        public Late(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The longest overdue first.</summary>
        public List<Overdue> Overdue
        {
            get { return Get("overdue", Json.ListOf(Json.ViewOf(fields => new Overdue(fields)))); }
            set { Set("overdue", value); }
        }
    }

    /// <summary>What leaders do that makes a school better; a diagnosis that does not ask about one of these says so.
    ///
    /// # Source
    /// The three families of practice in the literature on school leadership that the domain's row H5 names.</summary>
    public static class LeadershipDomain
    {
        /// <summary>Where the school is going.</summary>
        public const string SettingDirections = "setting_directions";
        /// <summary>The people who work there.</summary>
        public const string DevelopingPeople = "developing_people";
        /// <summary>How the work is organised.</summary>
        public const string RedesigningOrganisation = "redesigning_organisation";
    }

    /// <summary>What becomes of something open.</summary>
    public static class Leaving
    {
        /// <summary>Closing is refused as long as it is open.</summary>
        public const string Refuse = "refuse";
        /// <summary>It ends.</summary>
        public const string End = "end";
        /// <summary>It stays open.</summary>
        public const string Keep = "keep";
    }

    /// <summary>What a giver declared, and what holds it.</summary>
    public sealed class LedgerView : View
    {
        public LedgerView() { }

        public LedgerView(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The giver.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>Deployments that hold capacity.</summary>
        public Dictionary<string, Hold> Holds
        {
            get { return Get("holds", Json.MapOf(Json.ViewOf(fields => new Hold(fields)))); }
            set { Set("holds", value); }
        }

        /// <summary>Terms in which it is another amount.</summary>
        public List<InTerm> InTerms
        {
            get { return Get("in_terms", Json.ListOf(Json.ViewOf(fields => new InTerm(fields)))); }
            set { Set("in_terms", value); }
        }

        /// <summary>Working time that they hold in it.</summary>
        public long? Lent
        {
            get { return Get("lent", Json.Whole); }
            set { Set("lent", value); }
        }

        /// <summary>What was declared last.</summary>
        public Offer Offer
        {
            get { return Get("offer", Json.ViewOf(fields => new Offer(fields))); }
            set { Set("offer", value); }
        }

        /// <summary>Whether more is held than is declared, in that term or a later one.</summary>
        public bool? Overdrawn
        {
            get { return Get("overdrawn", Json.Flag); }
            set { Set("overdrawn", value); }
        }

        /// <summary>The people who can be lent, where they are known.</summary>
        public Dictionary<string, Person> People
        {
            get { return Get("people", Json.MapOf(Json.ViewOf(fields => new Person(fields)))); }
            set { Set("people", value); }
        }

        /// <summary>The people who review other schools.</summary>
        public Dictionary<string, ReviewerView> Reviewers
        {
            get { return Get("reviewers", Json.MapOf(Json.ViewOf(fields => new ReviewerView(fields)))); }
            set { Set("reviewers", value); }
        }

        /// <summary>How many deployments and promises hold capacity in the term of the last entry.</summary>
        public long? Running
        {
            get { return Get("running", Json.Whole); }
            set { Set("running", value); }
        }
    }

    /// <summary>How much a school, or one person of it, can lend in one term.</summary>
    public sealed class Limit : View
    {
        public Limit() { }

        public Limit(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Deployments at once.</summary>
        public long? AtOnce
        {
            get { return Get("at_once", Json.Whole); }
            set { Set("at_once", value); }
        }

        /// <summary>Working time a term.</summary>
        public long? PerTerm
        {
            get { return Get("per_term", Json.Whole); }
            set { Set("per_term", value); }
        }
    }

    /// <summary>Lines of a log.</summary>
    public sealed class LogLines : View
    {
        public LogLines() { }

        public LogLines(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Each as it is stored. What is left of an entry that was erased stands in its place.</summary>
        public List<string> Lines
        {
            get { return Get("lines", Json.ListOf(Json.Text)); }
            set { Set("lines", value); }
        }

        /// <summary>How many entries the whole log has.</summary>
        public long? Position
        {
            get { return Get("position", Json.Whole); }
            set { Set("position", value); }
        }
    }

    /// <summary>A kind of machine; each has one table of transitions.</summary>
    public static class Machine
    {
        /// <summary>The cycle itself.</summary>
        public const string Cycle = "cycle";
        /// <summary>What a school needs help with.</summary>
        public const string Need = "need";
        /// <summary>A school's look at itself.</summary>
        public const string SelfEvaluation = "self_evaluation";
        /// <summary>A review visit by peers.</summary>
        public const string Review = "review";
        /// <summary>A line of enquiry with its evidence and its finding.</summary>
        public const string Enquiry = "enquiry";
        /// <summary>A session that turns findings into owned actions.</summary>
        public const string Workshop = "workshop";
        /// <summary>Something asked of somebody.</summary>
        public const string Request = "request";
        /// <summary>A time-boxed placement for a need.</summary>
        public const string Deployment = "deployment";
        /// <summary>An item of the improvement plan.</summary>
        public const string Objective = "objective";
        /// <summary>A look at progress, with the next one fixed.</summary>
        public const string ProgressReview = "progress_review";
        /// <summary>A worry that is resolved or escalated.</summary>
        public const string Concern = "concern";
        /// <summary>A peer's question that must be answered.</summary>
        public const string Challenge = "challenge";
        /// <summary>A recommendation on the help for a need, with its decision.</summary>
        public const string Decision = "decision";
        /// <summary>A decision that the protocol asks for, with its recommendation.</summary>
        public const string Approval = "approval";
        /// <summary>Coaching: dates and counts only.</summary>
        public const string Coaching = "coaching";
        /// <summary>Due diligence on a school that would join.</summary>
        public const string DueDiligence = "due_diligence";
        /// <summary>A task that the protocol asks for.</summary>
        public const string Task = "task";
    }

    /// <summary>A school as a network's log knows it: no name, and nothing about its people.</summary>
    public sealed class Member : View
    {
        public Member() { }

        public Member(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The stage of education it serves.</summary>
        public string EducationPhase
        {
            get { return Get("education_phase", Json.Text); }
            set { Set("education_phase", value); }
        }

        /// <summary>What it is; a school where nothing is said.</summary>
        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        /// <summary>Where it stands, where known.</summary>
        public Place Place
        {
            get { return Get("place", Json.ViewOf(fields => new Place(fields))); }
            set { Set("place", value); }
        }

        /// <summary>What files and plans call it.</summary>
        public SchoolReference Reference
        {
            get { return Get("reference", Json.ViewOf(fields => new SchoolReference(fields))); }
            set { Set("reference", value); }
        }

        /// <summary>Its id.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }
    }

    /// <summary>What a member of a network is. Both kinds of supply lend through one ledger and one matching.</summary>
    public static class MemberKind
    {
        /// <summary>A school.</summary>
        public const string School = "school";
        /// <summary>A central team that lends people and has no cycle of its own.</summary>
        public const string CentralTeam = "central_team";
    }

    /// <summary>What is seen half-way through a deployment, between its agreed first and last day.</summary>
    public sealed class MidTermRule : View
    {
        public MidTermRule() { }

        public MidTermRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The channel that looks at its need.</summary>
        public string Channel
        {
            get { return Get("channel", Json.Text); }
            set { Set("channel", value); }
        }

        /// <summary>By when, counted from the day half-way; an observation from that day on counts.</summary>
        public Span Within
        {
            get { return Get("within", Json.ViewOf(fields => new Span(fields))); }
            set { Set("within", value); }
        }
    }

    /// <summary>A milestone: reached once every task and decision of it is done or not required, and what it needs came about.</summary>
    public sealed class Milestone : View
    {
        public Milestone() { }

        public Milestone(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Milestones that come before it.</summary>
        public List<string> After
        {
            get { return Get("after", Json.ListOf(Json.Text)); }
            set { Set("after", value); }
        }

        /// <summary>Its code.</summary>
        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        /// <summary>What people call it.</summary>
        public string Label
        {
            get { return Get("label", Json.Text); }
            set { Set("label", value); }
        }

        /// <summary>What must have come about for it to be reached: where a decision came to something else, it stays ahead
        /// until another is made.</summary>
        public List<Branch> Needs
        {
            get { return Get("needs", Json.ListOf(Json.ViewOf(fields => new Branch(fields)))); }
            set { Set("needs", value); }
        }

        /// <summary>Branches on which it is on the way; on all where there is none.</summary>
        public List<Branch> When
        {
            get { return Get("when", Json.ListOf(Json.ViewOf(fields => new Branch(fields)))); }
            set { Set("when", value); }
        }
    }

    /// <summary>A need of one school in one area. Its phase is kept by the cycle.</summary>
    public sealed class Need : View
    {
        public Need() { }

        public Need(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What the help is about.</summary>
        public string Area
        {
            get { return Get("area", Json.Text); }
            set { Set("area", value); }
        }

        /// <summary>Its id.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>The school that needs help.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }

        /// <summary>How serious it is.</summary>
        public string Severity
        {
            get { return Get("severity", Json.Text); }
            set { Set("severity", value); }
        }

        /// <summary>What made it known.</summary>
        public NeedSource Source
        {
            get { return Get("source", Json.ViewOf(fields => new NeedSource(fields))); }
            set { Set("source", value); }
        }

        /// <summary>How many deployments it asks for; at least one.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }

        /// <summary>The year group it is about, 0 for reception, where it applies.</summary>
        public long? YearGroup
        {
            get { return Get("year_group", Json.Whole); }
            set { Set("year_group", value); }
        }
    }

    /// <summary>Where a need stands.</summary>
    public static class NeedPhase
    {
        /// <summary>It was reported.</summary>
        public const string Scoping = "scoping";
        /// <summary>It is being looked into.</summary>
        public const string Diagnosis = "diagnosis";
        /// <summary>It waits for a giver.</summary>
        public const string Matching = "matching";
        /// <summary>Help is agreed.</summary>
        public const string Deployment = "deployment";
        /// <summary>Help is there and is watched.</summary>
        public const string Monitoring = "monitoring";
        /// <summary>What should become of the help waits for a decision.</summary>
        public const string Reallocation = "reallocation";
        /// <summary>No more help is asked for.</summary>
        public const string Closed = "closed";
    }

    /// <summary>What made a need known.</summary>
    public sealed class NeedSource : View
    {
        public NeedSource() { }

        public NeedSource(Dictionary<string, object> fields) : base(fields) { }

        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        public object Of
        {
            get { return Get("of", Json.Any); }
            set { Set("of", value); }
        }

        /// <summary>Published signals under a named rule; no diagnosis.</summary>
        public static NeedSource OfSignals(object content)
        {
            var it = new NeedSource();
            it.Set("kind", "signals");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `signals`; null where it is not.</summary>
        public object AsSignals
        {
            get { return Is("kind", "signals") ? Get("of", Json.Any) : default(object); }
        }

        /// <summary>The school itself, or its responsible body.</summary>
        public static NeedSource OfReported()
        {
            var it = new NeedSource();
            it.Set("kind", "reported");
            return it;
        }

        /// <summary>A review.</summary>
        public static NeedSource OfReview()
        {
            var it = new NeedSource();
            it.Set("kind", "review");
            return it;
        }
    }

    /// <summary>A need within its cycle.</summary>
    public sealed class NeedState : View
    {
        public NeedState() { }

        public NeedState(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What was reported, with severity and units as they now are.</summary>
        public Need Need
        {
            get { return Get("need", Json.ViewOf(fields => new Need(fields))); }
            set { Set("need", value); }
        }

        /// <summary>What the three channels have shown, in the order in which it was recorded.</summary>
        public List<Observation> Observations
        {
            get { return Get("observations", Json.ListOf(Json.ViewOf(fields => new Observation(fields)))); }
            set { Set("observations", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>The level of pressure on the school about it, above none.</summary>
        public string Pressure
        {
            get { return Get("pressure", Json.Text); }
            set { Set("pressure", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>A network beside its cycles.</summary>
    public sealed class NetworkView : View
    {
        public NetworkView() { }

        public NetworkView(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Cycles that are to be seen, closed ones included.</summary>
        public List<CycleSummary> Cycles
        {
            get { return Get("cycles", Json.ListOf(Json.ViewOf(fields => new CycleSummary(fields)))); }
            set { Set("cycles", value); }
        }

        /// <summary>Ledgers that are to be seen.</summary>
        public List<LedgerView> Ledgers
        {
            get { return Get("ledgers", Json.ListOf(Json.ViewOf(fields => new LedgerView(fields)))); }
            set { Set("ledgers", value); }
        }

        /// <summary>Its schools.</summary>
        public List<Member> Members
        {
            get { return Get("members", Json.ListOf(Json.ViewOf(fields => new Member(fields)))); }
            set { Set("members", value); }
        }

        /// <summary>The network.</summary>
        public string Network
        {
            get { return Get("network", Json.Text); }
            set { Set("network", value); }
        }

        /// <summary>Rounds that are to be seen.</summary>
        public List<RoundView> Rounds
        {
            get { return Get("rounds", Json.ListOf(Json.ViewOf(fields => new RoundView(fields)))); }
            set { Set("rounds", value); }
        }
    }

    /// <summary>An objective within its cycle; its wording lives with the school.</summary>
    public sealed class Objective : View
    {
        public Objective() { }

        public Objective(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What it is about, where that is narrower or wider than the need.</summary>
        public string Area
        {
            get { return Get("area", Json.Text); }
            set { Set("area", value); }
        }

        /// <summary>The need it is for.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>How it came on, the oldest note first.</summary>
        public List<List<object>> Notes
        {
            get { return Get("notes", Json.ListOf(Json.ListOf(Json.Any))); }
            set { Set("notes", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>What a plan is best at.</summary>
    public static class Objective2
    {
        /// <summary>The most units of demand met; among those plans the highest score.</summary>
        public const string Coverage = "coverage";
        /// <summary>The highest score, whatever the units; among those plans the most units.</summary>
        public const string Score = "score";
        /// <summary>The most units; among those plans the highest score, where each pair of the present plan that stays
        /// counts the price of a change more (`crate::problem::ProblemBuilder::change_price`).</summary>
        public const string LeastChange = "least_change";
    }

    /// <summary>Where an objective stands.</summary>
    public static class ObjectivePhase
    {
        /// <summary>It is worked on.</summary>
        public const string Open = "open";
        /// <summary>It is no longer worked on.</summary>
        public const string Closed = "closed";
    }

    /// <summary>A record as a need keeps it.</summary>
    public sealed class Observation : View
    {
        public Observation() { }

        public Observation(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>How it was made.</summary>
        public string Channel
        {
            get { return Get("channel", Json.Text); }
            set { Set("channel", value); }
        }

        /// <summary>When.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }

        /// <summary>What was seen.</summary>
        public string Rating
        {
            get { return Get("rating", Json.Text); }
            set { Set("rating", value); }
        }
    }

    /// <summary>What one school, or its central team, can lend in one term.</summary>
    public sealed class Offer : View
    {
        public Offer() { }

        public Offer(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The areas in which it can help.</summary>
        public List<string> Areas
        {
            get { return Get("areas", Json.ListOf(Json.Text)); }
            set { Set("areas", value); }
        }

        /// <summary>How many deployments it can have running at once.</summary>
        public long? AtOnce
        {
            get { return Get("at_once", Json.Whole); }
            set { Set("at_once", value); }
        }

        /// <summary>Its id.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>How much working time it can lend in a term.</summary>
        public long? PerTerm
        {
            get { return Get("per_term", Json.Whole); }
            set { Set("per_term", value); }
        }

        /// <summary>The rule that derived it from published signals, or none where the school declared it.</summary>
        public string Rule
        {
            get { return Get("rule", Json.Text); }
            set { Set("rule", value); }
        }

        /// <summary>The school that offers.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }
    }

    /// <summary>A cycle that was opened.</summary>
    public sealed class Opened : View
    {
        public Opened() { }

        public Opened(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>When it was opened.</summary>
        public string At
        {
            get { return Get("at", Json.Text); }
            set { Set("at", value); }
        }

        /// <summary>When it was last put into one.</summary>
        public string Categorised
        {
            get { return Get("categorised", Json.Text); }
            set { Set("categorised", value); }
        }

        /// <summary>The category of monitoring, once the school is in one.</summary>
        public string Category
        {
            get { return Get("category", Json.Text); }
            set { Set("category", value); }
        }

        /// <summary>Time that was given, by machine and deadline.</summary>
        public List<List<object>> Extensions
        {
            get { return Get("extensions", Json.ListOf(Json.ListOf(Json.Any))); }
            set { Set("extensions", value); }
        }

        /// <summary>The protocol to which it was moved; none while it runs under the one it was opened with.</summary>
        public Pin Migrated
        {
            get { return Get("migrated", Json.ViewOf(fields => new Pin(fields))); }
            set { Set("migrated", value); }
        }

        /// <summary>Pauses and stops, each with its end once there is one.</summary>
        public List<Freeze> Pauses
        {
            get { return Get("pauses", Json.ListOf(Json.ViewOf(fields => new Freeze(fields)))); }
            set { Set("pauses", value); }
        }

        /// <summary>Whether it runs.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>The school.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }

        /// <summary>Since when it has been in that phase.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }

        /// <summary>Which turn of the loop it is, from 1.</summary>
        public long? Turn
        {
            get { return Get("turn", Json.Whole); }
            set { Set("turn", value); }
        }
    }

    /// <summary>A round as it is opened: by which rules needs and offers are brought together, and what is sought.</summary>
    public sealed class OpenedRound : View
    {
        public OpenedRound() { }

        public OpenedRound(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Which needs, or reviews, take part.</summary>
        public string Basis
        {
            get { return Get("basis", Json.Text); }
            set { Set("basis", value); }
        }

        /// <summary>Which offers come into question for which needs.</summary>
        public CandidateRules Candidates
        {
            get { return Get("candidates", Json.ViewOf(fields => new CandidateRules(fields))); }
            set { Set("candidates", value); }
        }

        /// <summary>What a change must be worth once a placement is declined: points that a placement of the last plan
        /// counts more if it stays.</summary>
        public object ChangePrice
        {
            get { return Get("change_price", Json.Any); }
            set { Set("change_price", value); }
        }

        /// <summary>Who is asked about each placement before the plan can be confirmed.</summary>
        public List<string> Consults
        {
            get { return Get("consults", Json.ListOf(Json.Text)); }
            set { Set("consults", value); }
        }

        /// <summary>The first day of the help that it plans, where that is later than the day on which it is opened.</summary>
        public string From
        {
            get { return Get("from", Json.Text); }
            set { Set("from", value); }
        }

        /// <summary>What makes one plan better than another.</summary>
        public string Objective
        {
            get { return Get("objective", Json.Text); }
            set { Set("objective", value); }
        }

        /// <summary>The round.</summary>
        public string Round
        {
            get { return Get("round", Json.Text); }
            set { Set("round", value); }
        }
    }

    /// <summary>A network that is to be held.</summary>
    public sealed class Opening : View
    {
        public Opening() { }

        public Opening(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Other protocols at hand, to which cycles can be moved.</summary>
        public List<GivenProtocol> Also
        {
            get { return Get("also", Json.ListOf(Json.ViewOf(fields => new GivenProtocol(fields)))); }
            set { Set("also", value); }
        }

        /// <summary>The protocol under which it runs.</summary>
        public GivenProtocol Protocol
        {
            get { return Get("protocol", Json.ViewOf(fields => new GivenProtocol(fields))); }
            set { Set("protocol", value); }
        }
    }

    /// <summary>What should become of the help for a need.</summary>
    public static class Outcome
    {
        /// <summary>Go on as agreed.</summary>
        public const string Continue = "continue";
        /// <summary>Add a deployment.</summary>
        public const string Intensify = "intensify";
        /// <summary>Let the help fade.</summary>
        public const string Taper = "taper";
        /// <summary>Another giver.</summary>
        public const string Switch = "switch";
        /// <summary>A lower level of pressure.</summary>
        public const string StepDown = "step_down";
        /// <summary>A higher level of pressure, with its entitlement to support.</summary>
        public const string Escalate = "escalate";
        /// <summary>The need is met.</summary>
        public const string Close = "close";
    }

    /// <summary>Something that is late.</summary>
    public sealed class Overdue : View
    {
        public Overdue() { }

        public Overdue(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What was to come, and when.</summary>
        public Clock Clock
        {
            get { return Get("clock", Json.ViewOf(fields => new Clock(fields))); }
            set { Set("clock", value); }
        }

        /// <summary>In which cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>The school.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }
    }

    /// <summary>An urgent override: forward, with a reason code and with permission, and recorded as such.</summary>
    public sealed class Override : View
    {
        public Override() { }

        public Override(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Conditions of the step that it lifts; none of the law.</summary>
        public List<object> Lifts
        {
            get { return Get("lifts", Json.ListOf(Json.Any)); }
            set { Set("lifts", value); }
        }

        /// <summary>Roles that may.</summary>
        public List<string> Roles
        {
            get { return Get("roles", Json.ListOf(Json.Text)); }
            set { Set("roles", value); }
        }
    }

    /// <summary>What a pause does to clocks.</summary>
    public static class PauseClocks
    {
        /// <summary>Days of a pause do not count.</summary>
        public const string Freeze = "freeze";
        /// <summary>They count.</summary>
        public const string Run = "run";
    }

    /// <summary>One of a giver's people, under a pseudonym.</summary>
    public sealed class Person : View
    {
        public Person() { }

        public Person(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What they hold.</summary>
        public List<string> Accreditations
        {
            get { return Get("accreditations", Json.ListOf(Json.Text)); }
            set { Set("accreditations", value); }
        }

        /// <summary>The areas in which they can help.</summary>
        public List<string> Areas
        {
            get { return Get("areas", Json.ListOf(Json.Text)); }
            set { Set("areas", value); }
        }

        /// <summary>How much of them can be lent in one term, within what the giver lends in all.</summary>
        public Limit Limit
        {
            get { return Get("limit", Json.ViewOf(fields => new Limit(fields))); }
            set { Set("limit", value); }
        }

        /// <summary>How far they have come.</summary>
        public string Stage
        {
            get { return Get("stage", Json.Text); }
            set { Set("stage", value); }
        }
    }

    /// <summary>Which protocol a cycle runs under; pinned when the network is opened.</summary>
    public sealed class Pin : View
    {
        public Pin() { }

        public Pin(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its [hash][crate::protocol::hash], in hex.</summary>
        public string Hash
        {
            get { return Get("hash", Json.Text); }
            set { Set("hash", value); }
        }

        /// <summary>The protocol's name.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>Its version.</summary>
        public long? Version
        {
            get { return Get("version", Json.Whole); }
            set { Set("version", value); }
        }
    }

    /// <summary>A point on the national grid (OSGB36), in metres from its false origin.</summary>
    public sealed class Place : View
    {
        public Place() { }

        public Place(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Metres east of the false origin.</summary>
        public long? Easting
        {
            get { return Get("easting", Json.Whole); }
            set { Set("easting", value); }
        }

        /// <summary>Metres north of the false origin.</summary>
        public long? Northing
        {
            get { return Get("northing", Json.Whole); }
            set { Set("northing", value); }
        }
    }

    /// <summary>Where a log stands.</summary>
    public sealed class Placed : View
    {
        public Placed() { }

        public Placed(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>How many entries it has.</summary>
        public long? Position
        {
            get { return Get("position", Json.Whole); }
            set { Set("position", value); }
        }
    }

    /// <summary>Who would help with what, or review whom: one unit of a plan.</summary>
    public sealed class Placement : View
    {
        public Placement() { }

        public Placement(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The cycle of the review, where it is a place in a team.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>The giver.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>The need, where it is help.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>Who would be lent, where the plan says so.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }

        /// <summary>The review, where it is a place in a team.</summary>
        public string Review
        {
            get { return Get("review", Json.Text); }
            set { Set("review", value); }
        }
    }

    /// <summary>A plan as it is stored. It claims; `crate::verify::verify` judges.
    ///
    /// # Shape
    /// Assignments by taker, then giver; unmet demand and prices by id. The same plan gives the same bytes.
    /// Unknown fields are refused on reading.</summary>
    public sealed class PlanFile : View
    {
        public PlanFile() { }

        public PlanFile(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The pairs used.</summary>
        public List<Assignment> Assignments
        {
            get { return Get("assignments", Json.ListOf(Json.ViewOf(fields => new Assignment(fields)))); }
            set { Set("assignments", value); }
        }

        /// <summary>What no plan can exceed, by the certificate. Under `Objective::Score` its units are those of
        /// the plan: the certificate proves the score alone.</summary>
        public Value Bound
        {
            get { return Get("bound", Json.ViewOf(fields => new Value(fields))); }
            set { Set("bound", value); }
        }

        /// <summary>The proof.</summary>
        public Certificate Certificate
        {
            get { return Get("certificate", Json.ViewOf(fields => new Certificate(fields))); }
            set { Set("certificate", value); }
        }

        /// <summary>What the plan is best at.</summary>
        public string Objective
        {
            get { return Get("objective", Json.Text); }
            set { Set("objective", value); }
        }

        /// <summary>What the plan achieves of its objective.</summary>
        public Value ObjectiveValue
        {
            get { return Get("objective_value", Json.ViewOf(fields => new Value(fields))); }
            set { Set("objective_value", value); }
        }

        /// <summary>Whether `objective_value` reaches `bound`.</summary>
        public bool? Optimal
        {
            get { return Get("optimal", Json.Flag); }
            set { Set("optimal", value); }
        }

        /// <summary>Which problem this is a plan for.</summary>
        public string ProblemHash
        {
            get { return Get("problem_hash", Json.Text); }
            set { Set("problem_hash", value); }
        }

        /// <summary>Sum of the scores of the pairs used.</summary>
        public object Score
        {
            get { return Get("score", Json.Any); }
            set { Set("score", value); }
        }

        /// <summary>Minimum loads and required pairs that the plan does not keep.</summary>
        public List<ShortEntry> Short
        {
            get { return Get("short", Json.ListOf(Json.ViewOf(fields => new ShortEntry(fields)))); }
            set { Set("short", value); }
        }

        /// <summary>Units of demand met.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }

        /// <summary>The demand left unmet.</summary>
        public List<UnmetDemand> Unmet
        {
            get { return Get("unmet", Json.ListOf(Json.ViewOf(fields => new UnmetDemand(fields)))); }
            set { Set("unmet", value); }
        }
    }

    /// <summary>An action of a plan; its wording lives with the school.</summary>
    public sealed class PlannedAction : View
    {
        public PlannedAction() { }

        public PlannedAction(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The need it is for, if it is for one.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>The role of whoever owns it.</summary>
        public string Owner
        {
            get { return Get("owner", Json.Text); }
            set { Set("owner", value); }
        }

        /// <summary>The day on which it is looked at again.</summary>
        public string ReviewOn
        {
            get { return Get("review_on", Json.Text); }
            set { Set("review_on", value); }
        }

        /// <summary>Whether it says how success will be seen.</summary>
        public bool? SuccessMeasure
        {
            get { return Get("success_measure", Json.Flag); }
            set { Set("success_measure", value); }
        }
    }

    /// <summary>How far a log has come.</summary>
    public sealed class Position : View
    {
        public Position() { }

        public Position(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>How many entries the log has.</summary>
        public long? PositionValue
        {
            get { return Get("position", Json.Whole); }
            set { Set("position", value); }
        }

        /// <summary>When the last was recorded.</summary>
        public string Recorded
        {
            get { return Get("recorded", Json.Text); }
            set { Set("recorded", value); }
        }

        /// <summary>How many entries each stream has.</summary>
        public Dictionary<string, long?> Streams
        {
            get { return Get("streams", Json.MapOf(Json.Whole)); }
            set { Set("streams", value); }
        }
    }

    /// <summary>A post of leadership.</summary>
    public static class Post
    {
        /// <summary>The head, or head of school.</summary>
        public const string Head = "head";
        /// <summary>The executive leader above a head of school.</summary>
        public const string ExecutiveLeader = "executive_leader";
    }

    /// <summary>A level of pressure with the support that comes with it.</summary>
    public sealed class Pressure : View
    {
        public Pressure() { }

        public Pressure(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The kinds of support to which it entitles.</summary>
        public List<string> EntitlesTo
        {
            get { return Get("entitles_to", Json.ListOf(Json.Text)); }
            set { Set("entitles_to", value); }
        }

        /// <summary>The level; none where pressure ends.</summary>
        public string Level
        {
            get { return Get("level", Json.Text); }
            set { Set("level", value); }
        }
    }

    /// <summary>A level of pressure on a school, with the support that it entitles to.</summary>
    public sealed class PressureLevel : View
    {
        public PressureLevel() { }

        public PressureLevel(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its code.</summary>
        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        /// <summary>The kinds of support to which it entitles; pressure without support is no protocol.</summary>
        public List<string> EntitlesTo
        {
            get { return Get("entitles_to", Json.ListOf(Json.Text)); }
            set { Set("entitles_to", value); }
        }

        /// <summary>What people call it.</summary>
        public string Label
        {
            get { return Get("label", Json.Text); }
            set { Set("label", value); }
        }
    }

    /// <summary>What one more unit of a giver's capacity, or of a taker's demand, would add to the best plan at most.
    ///
    /// Ordered by minimums kept, then units, then score. Under `Objective::Score` the units are always 0.</summary>
    public sealed class Price : View
    {
        public Price() { }

        public Price(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Units of minimum loads and required pairs: 1 where one more unit here would let one more of them be
        /// kept, -1 where one is used here only because a minimum asks for it.</summary>
        public long? Kept
        {
            get { return Get("kept", Json.Whole); }
            set { Set("kept", value); }
        }

        /// <summary>Score; negative only where something before it is positive, or where a minimum binds.</summary>
        public object Score
        {
            get { return Get("score", Json.Any); }
            set { Set("score", value); }
        }

        /// <summary>Units of demand: 1 where capacity here would let one more need be met.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }
    }

    /// <summary>The price of one unit of a limit.</summary>
    public sealed class PriceEntry : View
    {
        public PriceEntry() { }

        public PriceEntry(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The id.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>The price of one unit.</summary>
        public object Price
        {
            get { return Get("price", Json.Any); }
            set { Set("price", value); }
        }
    }

    /// <summary>A progress review within its cycle.</summary>
    public sealed class ProgressReview : View
    {
        public ProgressReview() { }

        public ProgressReview(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The day of the next one, if there is to be one.</summary>
        public string Next
        {
            get { return Get("next", Json.Text); }
            set { Set("next", value); }
        }

        /// <summary>The day it is planned for.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }

        /// <summary>How progress was found overall; none before.</summary>
        public string Overall
        {
            get { return Get("overall", Json.Text); }
            set { Set("overall", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>Where a progress review stands.</summary>
    public static class ProgressReviewPhase
    {
        /// <summary>Its day is fixed.</summary>
        public const string Planned = "planned";
        /// <summary>It took place, or it is recorded why it did not.</summary>
        public const string Recorded = "recorded";
        /// <summary>It was dropped with what it belonged to.</summary>
        public const string Dropped = "dropped";
    }

    /// <summary>Who should help with what.</summary>
    public sealed class Proposal : View
    {
        public Proposal() { }

        public Proposal(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The deployment.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }

        /// <summary>The first day of work, where it is known; otherwise capacity is held from now on.</summary>
        public string From
        {
            get { return Get("from", Json.Text); }
            set { Set("from", value); }
        }

        /// <summary>The school that would help.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>How much working time it takes in a term: the protocol's size.</summary>
        public long? HalfDays
        {
            get { return Get("half_days", Json.Whole); }
            set { Set("half_days", value); }
        }

        /// <summary>In what form the help comes.</summary>
        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        /// <summary>For an executive leader: how many schools they would then lead, this one included.</summary>
        public long? Leads
        {
            get { return Get("leads", Json.Whole); }
            set { Set("leads", value); }
        }

        /// <summary>The need it is for.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>Who would be deployed, once that is known.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }

        /// <summary>For somebody who leads a school of their own and would leave it: whether that post is covered.</summary>
        public bool? PostCovered
        {
            get { return Get("post_covered", Json.Flag); }
            set { Set("post_covered", value); }
        }

        /// <summary>The round whose confirmed plan it comes from.</summary>
        public string Round
        {
            get { return Get("round", Json.Text); }
            set { Set("round", value); }
        }

        /// <summary>The last day of work, where it is known; otherwise capacity is held until the help is agreed, or ends.</summary>
        public string To
        {
            get { return Get("to", Json.Text); }
            set { Set("to", value); }
        }
    }

    /// <summary>A plan that is put forward.</summary>
    public sealed class ProposedPlan : View
    {
        public ProposedPlan() { }

        public ProposedPlan(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Which need each taker id of the plan stands for.</summary>
        public Dictionary<string, string> Needs
        {
            get { return Get("needs", Json.MapOf(Json.Text)); }
            set { Set("needs", value); }
        }

        /// <summary>Which person each giver id of the plan stands for, where givers are people.</summary>
        public Dictionary<string, string> People
        {
            get { return Get("people", Json.MapOf(Json.Text)); }
            set { Set("people", value); }
        }

        /// <summary>The plan with its certificate, as `plan.json` has it.</summary>
        public PlanFile Plan
        {
            get { return Get("plan", Json.ViewOf(fields => new PlanFile(fields))); }
            set { Set("plan", value); }
        }

        /// <summary>Which review each taker id of the plan stands for, where teams are sought.</summary>
        public Dictionary<string, ReviewOfCycle> Reviews
        {
            get { return Get("reviews", Json.MapOf(Json.ViewOf(fields => new ReviewOfCycle(fields)))); }
            set { Set("reviews", value); }
        }

        /// <summary>The round.</summary>
        public string Round
        {
            get { return Get("round", Json.Text); }
            set { Set("round", value); }
        }
    }

    /// <summary>A protocol as somebody wrote it, before it is compiled to `Rules`.
    ///
    /// A step that it does not mention is left out: nobody may do it. What has a default may be left out, and a
    /// default that is written out is the same protocol, with the same hash.</summary>
    public sealed class Protocol : View
    {
        public Protocol() { }

        public Protocol(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What a person holds before they are deployable, each with its label.</summary>
        public Dictionary<string, string> Accreditations
        {
            get { return Get("accreditations", Json.MapOf(Json.Text)); }
            set { Set("accreditations", value); }
        }

        /// <summary>Kinds of work within a deployment, each with its label.</summary>
        public Dictionary<string, string> Activities
        {
            get { return Get("activities", Json.MapOf(Json.Text)); }
            set { Set("activities", value); }
        }

        /// <summary>Decisions of its own.</summary>
        public Dictionary<string, ApprovalRule> Approvals
        {
            get { return Get("approvals", Json.MapOf(Json.ViewOf(fields => new ApprovalRule(fields)))); }
            set { Set("approvals", value); }
        }

        /// <summary>What an objective can be about, each area with its label. None where it can be about any.</summary>
        public Dictionary<string, string> Areas
        {
            get { return Get("areas", Json.MapOf(Json.Text)); }
            set { Set("areas", value); }
        }

        /// <summary>How often each channel watches a need that is being helped, where no category says otherwise.</summary>
        public Dictionary<string, Span> Cadences
        {
            get { return Get("cadences", Json.MapOf(Json.ViewOf(fields => new Span(fields)))); }
            set { Set("cadences", value); }
        }

        /// <summary>Categories of monitoring, from the strongest school to the weakest.</summary>
        public List<Category> Categories
        {
            get { return Get("categories", Json.ListOf(Json.ViewOf(fields => new Category(fields)))); }
            set { Set("categories", value); }
        }

        /// <summary>How often the school is put into a category anew.</summary>
        public Span CategorisedEvery
        {
            get { return Get("categorised_every", Json.ViewOf(fields => new Span(fields))); }
            set { Set("categorised_every", value); }
        }

        /// <summary>Roles whose consent a deployment needs.</summary>
        public List<string> Consents
        {
            get { return Get("consents", Json.ListOf(Json.Text)); }
            set { Set("consents", value); }
        }

        /// <summary>Whether one person can give one consent only, whatever roles they hold.</summary>
        public bool? ConsentsByDifferentPeople
        {
            get { return Get("consents_by_different_people", Json.Flag); }
            set { Set("consents_by_different_people", value); }
        }

        /// <summary>What is due after what.</summary>
        public List<Deadline> Deadlines
        {
            get { return Get("deadlines", Json.ListOf(Json.ViewOf(fields => new Deadline(fields)))); }
            set { Set("deadlines", value); }
        }

        /// <summary>What counts as evidence, and when there is enough of it.</summary>
        public EvidenceRule Evidence
        {
            get { return Get("evidence", Json.ViewOf(fields => new EvidenceRule(fields))); }
            set { Set("evidence", value); }
        }

        /// <summary>How many schools an executive leader leads at most, if that is limited.</summary>
        public long? ExecutiveSpan
        {
            get { return Get("executive_span", Json.Whole); }
            set { Set("executive_span", value); }
        }

        /// <summary>Ways in which a deployment comes to its end, each with its label.</summary>
        public Dictionary<string, string> Exits
        {
            get { return Get("exits", Json.MapOf(Json.Text)); }
            set { Set("exits", value); }
        }

        /// <summary>Facts that the embedder's own rules establish, each with its label.</summary>
        public Dictionary<string, string> Facts
        {
            get { return Get("facts", Json.MapOf(Json.Text)); }
            set { Set("facts", value); }
        }

        /// <summary>What is watched in the first weeks of support.</summary>
        public FirstWeeksRule FirstWeeks
        {
            get { return Get("first_weeks", Json.ViewOf(fields => new FirstWeeksRule(fields))); }
            set { Set("first_weeks", value); }
        }

        /// <summary>Its name, stable over versions.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>What is seen half-way through a deployment.</summary>
        public MidTermRule MidTerm
        {
            get { return Get("mid_term", Json.ViewOf(fields => new MidTermRule(fields))); }
            set { Set("mid_term", value); }
        }

        /// <summary>Milestones of its own; their order is a graph.</summary>
        public List<Milestone> Milestones
        {
            get { return Get("milestones", Json.ListOf(Json.ViewOf(fields => new Milestone(fields)))); }
            set { Set("milestones", value); }
        }

        /// <summary>What closing something does to what is open in it, where the default does not do.</summary>
        public Dictionary<string, Dictionary<string, string>> MovingOn
        {
            get { return Get("moving_on", Json.MapOf(Json.MapOf(Json.Text))); }
            set { Set("moving_on", value); }
        }

        /// <summary>What a pause does to clocks.</summary>
        public string OnPause
        {
            get { return Get("on_pause", Json.Text); }
            set { Set("on_pause", value); }
        }

        /// <summary>Parts of the due diligence on a joiner, each with its label.</summary>
        public Dictionary<string, string> Parts
        {
            get { return Get("parts", Json.MapOf(Json.Text)); }
            set { Set("parts", value); }
        }

        /// <summary>The phases that a need goes through; one that is left out is passed over.</summary>
        public List<string> Phases
        {
            get { return Get("phases", Json.ListOf(Json.Text)); }
            set { Set("phases", value); }
        }

        /// <summary>Powers that can be used after an escalation, each with its label.</summary>
        public Dictionary<string, string> Powers
        {
            get { return Get("powers", Json.MapOf(Json.Text)); }
            set { Set("powers", value); }
        }

        /// <summary>Levels of pressure, the lightest first, each with the support that it entitles to.</summary>
        public List<PressureLevel> Pressure
        {
            get { return Get("pressure", Json.ListOf(Json.ViewOf(fields => new PressureLevel(fields)))); }
            set { Set("pressure", value); }
        }

        /// <summary>How progress is found in a progress review, each with its label.</summary>
        public Dictionary<string, string> Progress
        {
            get { return Get("progress", Json.MapOf(Json.Text)); }
            set { Set("progress", value); }
        }

        /// <summary>On which branches progress can be found so; on all where an outcome is not named.</summary>
        public Dictionary<string, List<Branch>> ProgressWhen
        {
            get { return Get("progress_when", Json.MapOf(Json.ListOf(Json.ViewOf(fields => new Branch(fields))))); }
            set { Set("progress_when", value); }
        }

        /// <summary>When a recommendation follows from what was seen.</summary>
        public ReallocationRule Reallocation
        {
            get { return Get("reallocation", Json.ViewOf(fields => new ReallocationRule(fields))); }
            set { Set("reallocation", value); }
        }

        /// <summary>Why something can be done: the codes among which a reason is chosen, each with its label. None where
        /// any code will do.</summary>
        public Dictionary<string, string> Reasons
        {
            get { return Get("reasons", Json.MapOf(Json.Text)); }
            set { Set("reasons", value); }
        }

        /// <summary>How many years a closed cycle is kept; none where it is kept until somebody decides.</summary>
        public long? RetentionYears
        {
            get { return Get("retention_years", Json.Whole); }
            set { Set("retention_years", value); }
        }

        /// <summary>Who takes part: every role that the protocol speaks of, with its label.</summary>
        public Dictionary<string, string> Roles
        {
            get { return Get("roles", Json.MapOf(Json.Text)); }
            set { Set("roles", value); }
        }

        /// <summary>The size of one deployment in a term, by kind; kinds that are not named are not deployed.</summary>
        public Dictionary<string, long?> Sizes
        {
            get { return Get("sizes", Json.MapOf(Json.Whole)); }
            set { Set("sizes", value); }
        }

        /// <summary>Where its facts and numbers come from.</summary>
        public List<string> Sources
        {
            get { return Get("sources", Json.ListOf(Json.Text)); }
            set { Set("sources", value); }
        }

        /// <summary>Who may do what, under which conditions.</summary>
        public Dictionary<string, Step> Steps
        {
            get { return Get("steps", Json.MapOf(Json.ViewOf(fields => new Step(fields)))); }
            set { Set("steps", value); }
        }

        /// <summary>Tasks of its own, in the order in which people read them.</summary>
        public List<Task> Tasks
        {
            get { return Get("tasks", Json.ListOf(Json.ViewOf(fields => new Task(fields)))); }
            set { Set("tasks", value); }
        }

        /// <summary>Who makes up a review team.</summary>
        public TeamRule Team
        {
            get { return Get("team", Json.ViewOf(fields => new TeamRule(fields))); }
            set { Set("team", value); }
        }

        /// <summary>What people call it.</summary>
        public string Title
        {
            get { return Get("title", Json.Text); }
            set { Set("title", value); }
        }

        /// <summary>Its version, from 1.</summary>
        public long? Version
        {
            get { return Get("version", Json.Whole); }
            set { Set("version", value); }
        }

        /// <summary>Who sees machines of a kind; kinds that are not named are seen by every role of the cycle.</summary>
        public Dictionary<string, List<string>> Visibility
        {
            get { return Get("visibility", Json.MapOf(Json.ListOf(Json.Text))); }
            set { Set("visibility", value); }
        }

        /// <summary>How long a review visit takes.</summary>
        public VisitRule Visit
        {
            get { return Get("visit", Json.ViewOf(fields => new VisitRule(fields))); }
            set { Set("visit", value); }
        }

        /// <summary>How much is asked of a school at most, and when it is left alone.</summary>
        public Workload Workload
        {
            get { return Get("workload", Json.ViewOf(fields => new Workload(fields))); }
            set { Set("workload", value); }
        }
    }

    /// <summary>A network that is held.</summary>
    public sealed class ProtocolsAtHand : View
    {
        public ProtocolsAtHand() { }

        public ProtocolsAtHand(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The others at hand, to which cycles can be moved.</summary>
        public List<Pin> Also
        {
            get { return Get("also", Json.ListOf(Json.ViewOf(fields => new Pin(fields)))); }
            set { Set("also", value); }
        }

        /// <summary>The protocol under which it runs.</summary>
        public Pin Protocol
        {
            get { return Get("protocol", Json.ViewOf(fields => new Pin(fields))); }
            set { Set("protocol", value); }
        }
    }

    /// <summary>How something comes on, with its direction left to the next note.</summary>
    public static class Rating
    {
        /// <summary>Off course.</summary>
        public const string Red = "red";
        /// <summary>Partly on course.</summary>
        public const string Amber = "amber";
        /// <summary>On course.</summary>
        public const string Green = "green";
    }

    /// <summary>What should become of the help for one need, and what would follow.</summary>
    public sealed class Reallocation : View
    {
        public Reallocation() { }

        public Reallocation(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What more would be asked for; none where nothing would.</summary>
        public Asked Asks
        {
            get { return Get("asks", Json.ViewOf(fields => new Asked(fields))); }
            set { Set("asks", value); }
        }

        /// <summary>The cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>Whose capacity would be free again.</summary>
        public List<Freed> Frees
        {
            get { return Get("frees", Json.ListOf(Json.ViewOf(fields => new Freed(fields)))); }
            set { Set("frees", value); }
        }

        /// <summary>The need.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>How the pressure on the school would change; none where it would not.</summary>
        public Pressure Pressure
        {
            get { return Get("pressure", Json.ViewOf(fields => new Pressure(fields))); }
            set { Set("pressure", value); }
        }

        /// <summary>What the rule recommends, with its reasons, the weightiest first.</summary>
        public Recommendation Recommended
        {
            get { return Get("recommended", Json.ViewOf(fields => new Recommendation(fields))); }
            set { Set("recommended", value); }
        }

        /// <summary>The school that is helped.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }

        /// <summary>How severe it is.</summary>
        public string Severity
        {
            get { return Get("severity", Json.Text); }
            set { Set("severity", value); }
        }
    }

    /// <summary>Thresholds of the rule that recommends what becomes of help.</summary>
    public sealed class ReallocationRule : View
    {
        public ReallocationRule() { }

        public ReallocationRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Green ones among them that close a need.</summary>
        public long? GreensToClose
        {
            get { return Get("greens_to_close", Json.Whole); }
            set { Set("greens_to_close", value); }
        }

        /// <summary>Green ones among them that let help fade.</summary>
        public long? GreensToTaper
        {
            get { return Get("greens_to_taper", Json.Whole); }
            set { Set("greens_to_taper", value); }
        }

        /// <summary>Channels that must have spoken among them before anything but *continue* is recommended.</summary>
        public long? LeastChannels
        {
            get { return Get("least_channels", Json.Whole); }
            set { Set("least_channels", value); }
        }

        /// <summary>Red ones among them that change the giver rather than add one.</summary>
        public long? RedsToSwitch
        {
            get { return Get("reds_to_switch", Json.Whole); }
            set { Set("reds_to_switch", value); }
        }

        /// <summary>How many of the latest observations count.</summary>
        public long? Window
        {
            get { return Get("window", Json.Whole); }
            set { Set("window", value); }
        }
    }

    /// <summary>What is recommended. Nothing of it is recorded.</summary>
    public sealed class Reallocations : View
    {
        public Reallocations() { }

        public Reallocations(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>For each need that is watched and of which something was observed.</summary>
        public List<Reallocation> Needs
        {
            get { return Get("needs", Json.ListOf(Json.ViewOf(fields => new Reallocation(fields)))); }
            set { Set("needs", value); }
        }
    }

    /// <summary>A reason for a recommendation: a code with its parameters.</summary>
    public sealed class Reason : View
    {
        public Reason() { }

        public Reason(Dictionary<string, object> fields) : base(fields) { }

        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        public object Params
        {
            get { return Get("params", Json.Any); }
            set { Set("params", value); }
        }

        /// <summary>The last formal review since help began.</summary>
        public static Reason OfFormalReview(object content)
        {
            var it = new Reason();
            it.Set("code", "formal_review");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `formal_review`; null where it is not.</summary>
        public object AsFormalReview
        {
            get { return Is("code", "formal_review") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>How the latest observations were rated.</summary>
        public static Reason OfRecent(object content)
        {
            var it = new Reason();
            it.Set("code", "recent");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `recent`; null where it is not.</summary>
        public object AsRecent
        {
            get { return Is("code", "recent") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Fewer kinds of evidence than the protocol asks for.</summary>
        public static Reason OfUntriangulated(object content)
        {
            var it = new Reason();
            it.Set("code", "untriangulated");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `untriangulated`; null where it is not.</summary>
        public object AsUntriangulated
        {
            get { return Is("code", "untriangulated") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A change was tried before.</summary>
        public static Reason OfTriedBefore(object content)
        {
            var it = new Reason();
            it.Set("code", "tried_before");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `tried_before`; null where it is not.</summary>
        public object AsTriedBefore
        {
            get { return Is("code", "tried_before") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The last formal review points the other way than the other observations.</summary>
        public static Reason OfContradicted()
        {
            var it = new Reason();
            it.Set("code", "contradicted");
            return it;
        }
    }

    /// <summary>What the rule recommends for a need.</summary>
    public sealed class Recommendation : View
    {
        public Recommendation() { }

        public Recommendation(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What should become of the help.</summary>
        public string Outcome
        {
            get { return Get("outcome", Json.Text); }
            set { Set("outcome", value); }
        }

        /// <summary>Why, the weightiest first.</summary>
        public List<Reason> Reasons
        {
            get { return Get("reasons", Json.ListOf(Json.ViewOf(fields => new Reason(fields)))); }
            set { Set("reasons", value); }
        }
    }

    /// <summary>A recommendation with its reasons.</summary>
    public sealed class Recommended : View
    {
        public Recommended() { }

        public Recommended(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The decision it asks for.</summary>
        public string Decision
        {
            get { return Get("decision", Json.Text); }
            set { Set("decision", value); }
        }

        /// <summary>The need it is about.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>What is recommended.</summary>
        public string Outcome
        {
            get { return Get("outcome", Json.Text); }
            set { Set("outcome", value); }
        }

        /// <summary>Why, the weightiest first.</summary>
        public List<Reason> Reasons
        {
            get { return Get("reasons", Json.ListOf(Json.ViewOf(fields => new Reason(fields)))); }
            set { Set("reasons", value); }
        }
    }

    /// <summary>A request within its cycle.</summary>
    public sealed class Request : View
    {
        public Request() { }

        public Request(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether the answer was clear; none before it was looked at.</summary>
        public bool? Clear
        {
            get { return Get("clear", Json.Flag); }
            set { Set("clear", value); }
        }

        /// <summary>The deployment it is about, if it is about one.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }

        /// <summary>What is asked for.</summary>
        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        /// <summary>The role of whoever is asked.</summary>
        public string Of
        {
            get { return Get("of", Json.Text); }
            set { Set("of", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>What is asked for.</summary>
    public static class RequestKind
    {
        /// <summary>A consent.</summary>
        public const string Consent = "consent";
        /// <summary>A declaration of interests.</summary>
        public const string ConflictDeclaration = "conflict_declaration";
        /// <summary>A document.</summary>
        public const string Document = "document";
    }

    /// <summary>Where a request stands.</summary>
    public static class RequestPhase
    {
        /// <summary>It was sent.</summary>
        public const string Requested = "requested";
        /// <summary>An answer came.</summary>
        public const string Received = "received";
        /// <summary>The answer was looked at.</summary>
        public const string Reviewed = "reviewed";
        /// <summary>It is no longer asked for.</summary>
        public const string Cancelled = "cancelled";
    }

    /// <summary>An observation with another rating.</summary>
    public sealed class Rerated : View
    {
        public Rerated() { }

        public Rerated(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its place.</summary>
        public long? Observation
        {
            get { return Get("observation", Json.Whole); }
            set { Set("observation", value); }
        }

        /// <summary>The rating that is supposed.</summary>
        public string Rating
        {
            get { return Get("rating", Json.Text); }
            set { Set("rating", value); }
        }
    }

    /// <summary>What is answered: `{"type","data"}`, with the type of the request.</summary>
    public sealed class Response : View
    {
        public Response() { }

        public Response(Dictionary<string, object> fields) : base(fields) { }

        public object Data
        {
            get { return Get("data", Json.Any); }
            set { Set("data", value); }
        }

        public string Type
        {
            get { return Get("type", Json.Text); }
            set { Set("type", value); }
        }

        /// <summary>The network is held.</summary>
        public static Response OfOpen(ProtocolsAtHand content)
        {
            var it = new Response();
            it.Set("type", "open");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `open`; null where it is not.</summary>
        public ProtocolsAtHand AsOpen
        {
            get { return Is("type", "open") ? Get("data", Json.ViewOf(fields => new ProtocolsAtHand(fields))) : default(ProtocolsAtHand); }
        }

        /// <summary>The network is held again.</summary>
        public static Response OfRestore(Placed content)
        {
            var it = new Response();
            it.Set("type", "restore");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `restore`; null where it is not.</summary>
        public Placed AsRestore
        {
            get { return Is("type", "restore") ? Get("data", Json.ViewOf(fields => new Placed(fields))) : default(Placed); }
        }

        /// <summary>The network is held no longer.</summary>
        public static Response OfClose(Placed content)
        {
            var it = new Response();
            it.Set("type", "close");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `close`; null where it is not.</summary>
        public Placed AsClose
        {
            get { return Is("type", "close") ? Get("data", Json.ViewOf(fields => new Placed(fields))) : default(Placed); }
        }

        /// <summary>The networks that are held.</summary>
        public static Response OfNetworks(Held content)
        {
            var it = new Response();
            it.Set("type", "networks");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `networks`; null where it is not.</summary>
        public Held AsNetworks
        {
            get { return Is("type", "networks") ? Get("data", Json.ViewOf(fields => new Held(fields))) : default(Held); }
        }

        /// <summary>What would come of the command.</summary>
        public static Response OfDecide(Decided content)
        {
            var it = new Response();
            it.Set("type", "decide");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `decide`; null where it is not.</summary>
        public Decided AsDecide
        {
            get { return Is("type", "decide") ? Get("data", Json.ViewOf(fields => new Decided(fields))) : default(Decided); }
        }

        /// <summary>What came of the command.</summary>
        public static Response OfApply(Applied content)
        {
            var it = new Response();
            it.Set("type", "apply");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `apply`; null where it is not.</summary>
        public Applied AsApply
        {
            get { return Is("type", "apply") ? Get("data", Json.ViewOf(fields => new Applied(fields))) : default(Applied); }
        }

        /// <summary>What stands in the way of the command.</summary>
        public static Response OfExplain(Explained content)
        {
            var it = new Response();
            it.Set("type", "explain");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `explain`; null where it is not.</summary>
        public Explained AsExplain
        {
            get { return Is("type", "explain") ? Get("data", Json.ViewOf(fields => new Explained(fields))) : default(Explained); }
        }

        /// <summary>The lines are applied.</summary>
        public static Response OfEvolve(Placed content)
        {
            var it = new Response();
            it.Set("type", "evolve");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `evolve`; null where it is not.</summary>
        public Placed AsEvolve
        {
            get { return Is("type", "evolve") ? Get("data", Json.ViewOf(fields => new Placed(fields))) : default(Placed); }
        }

        /// <summary>What may be done, and what not.</summary>
        public static Response OfActions(CycleActions content)
        {
            var it = new Response();
            it.Set("type", "actions");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `actions`; null where it is not.</summary>
        public CycleActions AsActions
        {
            get { return Is("type", "actions") ? Get("data", Json.ViewOf(fields => new CycleActions(fields))) : default(CycleActions); }
        }

        /// <summary>What is due.</summary>
        public static Response OfClocks(Clocks content)
        {
            var it = new Response();
            it.Set("type", "clocks");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `clocks`; null where it is not.</summary>
        public Clocks AsClocks
        {
            get { return Is("type", "clocks") ? Get("data", Json.ViewOf(fields => new Clocks(fields))) : default(Clocks); }
        }

        /// <summary>What waits.</summary>
        public static Response OfTasks(Tasks content)
        {
            var it = new Response();
            it.Set("type", "tasks");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `tasks`; null where it is not.</summary>
        public Tasks AsTasks
        {
            get { return Is("type", "tasks") ? Get("data", Json.ViewOf(fields => new Tasks(fields))) : default(Tasks); }
        }

        /// <summary>What stands although it should not.</summary>
        public static Response OfCheck(Checked content)
        {
            var it = new Response();
            it.Set("type", "check");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `check`; null where it is not.</summary>
        public Checked AsCheck
        {
            get { return Is("type", "check") ? Get("data", Json.ViewOf(fields => new Checked(fields))) : default(Checked); }
        }

        /// <summary>What is late.</summary>
        public static Response OfOverdue(Late content)
        {
            var it = new Response();
            it.Set("type", "overdue");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `overdue`; null where it is not.</summary>
        public Late AsOverdue
        {
            get { return Is("type", "overdue") ? Get("data", Json.ViewOf(fields => new Late(fields))) : default(Late); }
        }

        /// <summary>What is recommended.</summary>
        public static Response OfReallocation(Reallocations content)
        {
            var it = new Response();
            it.Set("type", "reallocation");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `reallocation`; null where it is not.</summary>
        public Reallocations AsReallocation
        {
            get { return Is("type", "reallocation") ? Get("data", Json.ViewOf(fields => new Reallocations(fields))) : default(Reallocations); }
        }

        /// <summary>What would be recommended.</summary>
        public static Response OfCounterfactual(Supposed content)
        {
            var it = new Response();
            it.Set("type", "counterfactual");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `counterfactual`; null where it is not.</summary>
        public Supposed AsCounterfactual
        {
            get { return Is("type", "counterfactual") ? Get("data", Json.ViewOf(fields => new Supposed(fields))) : default(Supposed); }
        }

        /// <summary>How help is spread.</summary>
        public static Response OfAllocation(Spread content)
        {
            var it = new Response();
            it.Set("type", "allocation");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `allocation`; null where it is not.</summary>
        public Spread AsAllocation
        {
            get { return Is("type", "allocation") ? Get("data", Json.ViewOf(fields => new Spread(fields))) : default(Spread); }
        }

        /// <summary>A cycle.</summary>
        public static Response OfView(CycleView content)
        {
            var it = new Response();
            it.Set("type", "view");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `view`; null where it is not.</summary>
        public CycleView AsView
        {
            get { return Is("type", "view") ? Get("data", Json.ViewOf(fields => new CycleView(fields))) : default(CycleView); }
        }

        /// <summary>A network.</summary>
        public static Response OfOverview(NetworkView content)
        {
            var it = new Response();
            it.Set("type", "overview");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `overview`; null where it is not.</summary>
        public NetworkView AsOverview
        {
            get { return Is("type", "overview") ? Get("data", Json.ViewOf(fields => new NetworkView(fields))) : default(NetworkView); }
        }

        /// <summary>A network in one value.</summary>
        public static Response OfSnapshot(Snapshot content)
        {
            var it = new Response();
            it.Set("type", "snapshot");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `snapshot`; null where it is not.</summary>
        public Snapshot AsSnapshot
        {
            get { return Is("type", "snapshot") ? Get("data", Json.ViewOf(fields => new Snapshot(fields))) : default(Snapshot); }
        }

        /// <summary>Lines of the log.</summary>
        public static Response OfLog(LogLines content)
        {
            var it = new Response();
            it.Set("type", "log");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `log`; null where it is not.</summary>
        public LogLines AsLog
        {
            get { return Is("type", "log") ? Get("data", Json.ViewOf(fields => new LogLines(fields))) : default(LogLines); }
        }

        /// <summary>How far everything has come.</summary>
        public static Response OfPosition(Position content)
        {
            var it = new Response();
            it.Set("type", "position");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `position`; null where it is not.</summary>
        public Position AsPosition
        {
            get { return Is("type", "position") ? Get("data", Json.ViewOf(fields => new Position(fields))) : default(Position); }
        }
    }

    /// <summary>A review within its cycle; its findings live with the school.</summary>
    public sealed class Review : View
    {
        public Review() { }

        public Review(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>In which directions feedback was given.</summary>
        public List<string> Feedback
        {
            get { return Get("feedback", Json.ListOf(Json.Text)); }
            set { Set("feedback", value); }
        }

        /// <summary>Who leads it, once the team is formed.</summary>
        public string Lead
        {
            get { return Get("lead", Json.Text); }
            set { Set("lead", value); }
        }

        /// <summary>The peers beside the lead.</summary>
        public List<string> Peers
        {
            get { return Get("peers", Json.ListOf(Json.Text)); }
            set { Set("peers", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }

        /// <summary>The last day of the visit, where it takes more than one.</summary>
        public string Until
        {
            get { return Get("until", Json.Text); }
            set { Set("until", value); }
        }

        /// <summary>The first day of the visit, once it is fixed.</summary>
        public string Visit
        {
            get { return Get("visit", Json.Text); }
            set { Set("visit", value); }
        }
    }

    /// <summary>A review of a cycle.</summary>
    public sealed class ReviewOfCycle : View
    {
        public ReviewOfCycle() { }

        public ReviewOfCycle(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>The review.</summary>
        public string Review
        {
            get { return Get("review", Json.Text); }
            set { Set("review", value); }
        }
    }

    /// <summary>Where a review stands.</summary>
    public static class ReviewPhase
    {
        /// <summary>Planned.</summary>
        public const string Planned = "planned";
        /// <summary>Lead and peers are named.</summary>
        public const string TeamFormed = "team_formed";
        /// <summary>The day is fixed.</summary>
        public const string Scheduled = "scheduled";
        /// <summary>The visit is on.</summary>
        public const string InProgress = "in_progress";
        /// <summary>Team and school have spoken.</summary>
        public const string FeedbackGiven = "feedback_given";
        /// <summary>The report is in draft.</summary>
        public const string Drafted = "drafted";
        /// <summary>The host head has the draft.</summary>
        public const string RightOfReply = "right_of_reply";
        /// <summary>The report is agreed.</summary>
        public const string Agreed = "agreed";
        /// <summary>The report is shared.</summary>
        public const string Shared = "shared";
        /// <summary>The visit was cancelled.</summary>
        public const string Cancelled = "cancelled";
    }

    /// <summary>Somebody who reviews other schools.</summary>
    public sealed class ReviewerView : View
    {
        public ReviewerView() { }

        public ReviewerView(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Visits that are booked for them.</summary>
        public List<BookedView> Booked
        {
            get { return Get("booked", Json.ListOf(Json.ViewOf(fields => new BookedView(fields)))); }
            set { Set("booked", value); }
        }

        /// <summary>Whether they have shadowed a review, and so may lead one.</summary>
        public bool? HasShadowed
        {
            get { return Get("has_shadowed", Json.Flag); }
            set { Set("has_shadowed", value); }
        }

        /// <summary>Visits in a term for which they may be asked.</summary>
        public long? VisitsInTerm
        {
            get { return Get("visits_in_term", Json.Whole); }
            set { Set("visits_in_term", value); }
        }
    }

    /// <summary>Room that a giver would have, and whom it could serve.</summary>
    public sealed class Room : View
    {
        public Room() { }

        public Room(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Needs that wait and for which it would then come into question, the most severe first. A round says
        /// which of them it would best serve.</summary>
        public List<Waiting> CouldServe
        {
            get { return Get("could_serve", Json.ListOf(Json.ViewOf(fields => new Waiting(fields)))); }
            set { Set("could_serve", value); }
        }

        /// <summary>How many deployments it has free now.</summary>
        public long? Now
        {
            get { return Get("now", Json.Whole); }
            set { Set("now", value); }
        }

        /// <summary>How many it would have free then.</summary>
        public long? Then
        {
            get { return Get("then", Json.Whole); }
            set { Set("then", value); }
        }
    }

    /// <summary>A round of matching.</summary>
    public sealed class RoundView : View
    {
        public RoundView() { }

        public RoundView(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Placements that were declined in it.</summary>
        public List<Placement> Declined
        {
            get { return Get("declined", Json.ListOf(Json.ViewOf(fields => new Placement(fields)))); }
            set { Set("declined", value); }
        }

        /// <summary>How it was opened.</summary>
        public OpenedRound Opened
        {
            get { return Get("opened", Json.ViewOf(fields => new OpenedRound(fields))); }
            set { Set("opened", value); }
        }

        /// <summary>Its plan, once there is one.</summary>
        public ProposedPlan Plan
        {
            get { return Get("plan", Json.ViewOf(fields => new ProposedPlan(fields))); }
            set { Set("plan", value); }
        }

        /// <summary>Whether it is open, proposed, confirmed or closed.</summary>
        public string Stage
        {
            get { return Get("stage", Json.Text); }
            set { Set("stage", value); }
        }
    }

    /// <summary>What was reported of the school, as the cycle keeps it.</summary>
    public sealed class SchoolRecord : View
    {
        public SchoolRecord() { }

        public SchoolRecord(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Who was appointed to which post last.</summary>
        public Dictionary<string, string> Appointed
        {
            get { return Get("appointed", Json.MapOf(Json.Text)); }
            set { Set("appointed", value); }
        }

        /// <summary>When it closed.</summary>
        public string Closed
        {
            get { return Get("closed", Json.Text); }
            set { Set("closed", value); }
        }

        /// <summary>When the school last converted or moved to another responsible body: consents are asked again.</summary>
        public string Converted
        {
            get { return Get("converted", Json.Text); }
            set { Set("converted", value); }
        }

        /// <summary>Givers who can lend less than they did, and how many deployments they can still lend here.</summary>
        public Dictionary<string, long?> Falls
        {
            get { return Get("falls", Json.MapOf(Json.Whole)); }
            set { Set("falls", value); }
        }

        /// <summary>Concerns for children that were handed to the designated safeguarding lead: when, and to which role.</summary>
        public Dictionary<string, List<object>> Handovers
        {
            get { return Get("handovers", Json.MapOf(Json.ListOf(Json.Any))); }
            set { Set("handovers", value); }
        }

        /// <summary>Inspections, in the order in which they were reported.</summary>
        public List<Inspection> Inspections
        {
            get { return Get("inspections", Json.ListOf(Json.ViewOf(fields => new Inspection(fields)))); }
            set { Set("inspections", value); }
        }

        /// <summary>Interests declared: who has a tie to which school.</summary>
        public List<Interest> Interests
        {
            get { return Get("interests", Json.ListOf(Json.ViewOf(fields => new Interest(fields)))); }
            set { Set("interests", value); }
        }

        /// <summary>The school it merged into, and when.</summary>
        public List<object> Merged
        {
            get { return Get("merged", Json.ListOf(Json.Any)); }
            set { Set("merged", value); }
        }

        /// <summary>Strikes, in the order in which they were reported.</summary>
        public List<Strike> Strikes
        {
            get { return Get("strikes", Json.ListOf(Json.ViewOf(fields => new Strike(fields)))); }
            set { Set("strikes", value); }
        }

        /// <summary>Posts that are vacant, and since when.</summary>
        public Dictionary<string, string> Vacancies
        {
            get { return Get("vacancies", Json.MapOf(Json.Text)); }
            set { Set("vacancies", value); }
        }
    }

    /// <summary>What a school is called by where its id would say nothing to a reader.</summary>
    public sealed class SchoolReference : View
    {
        public SchoolReference() { }

        public SchoolReference(Dictionary<string, object> fields) : base(fields) { }

        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        public long? Number
        {
            get { return Get("number", Json.Whole); }
            set { Set("number", value); }
        }

        /// <summary>Its number in the public register.</summary>
        public static SchoolReference OfUrn(long? content)
        {
            var it = new SchoolReference();
            it.Set("kind", "urn");
            it.Set("number", content);
            return it;
        }

        /// <summary>What it holds where it is `urn`; null where it is not.</summary>
        public long? AsUrn
        {
            get { return Is("kind", "urn") ? Get("number", Json.Whole) : default(long?); }
        }

        /// <summary>A number that says nothing about which school it is.</summary>
        public static SchoolReference OfPseudonym(long? content)
        {
            var it = new SchoolReference();
            it.Set("kind", "pseudonym");
            it.Set("number", content);
            return it;
        }

        /// <summary>What it holds where it is `pseudonym`; null where it is not.</summary>
        public long? AsPseudonym
        {
            get { return Is("kind", "pseudonym") ? Get("number", Json.Whole) : default(long?); }
        }
    }

    /// <summary>A term of one school year, as people name it: the spring term of 2026/27.</summary>
    public sealed class SchoolTerm : View
    {
        public SchoolTerm() { }

        public SchoolTerm(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The calendar year in which the school year begins.</summary>
        public long? SchoolYear
        {
            get { return Get("school_year", Json.Whole); }
            set { Set("school_year", value); }
        }

        /// <summary>Which term of it.</summary>
        public string Term
        {
            get { return Get("term", Json.Text); }
            set { Set("term", value); }
        }
    }

    /// <summary>What stands above the seal.</summary>
    public sealed class Seal : View
    {
        public Seal() { }

        public Seal(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>How many entries.</summary>
        public long? Events
        {
            get { return Get("events", Json.Whole); }
            set { Set("events", value); }
        }

        /// <summary>SHA-256 over their lines, each with its line feed, in hex.</summary>
        public string Sha256
        {
            get { return Get("sha256", Json.Text); }
            set { Set("sha256", value); }
        }
    }

    /// <summary>A self-evaluation within its cycle; its text lives with the school.</summary>
    public sealed class SelfEvaluation : View
    {
        public SelfEvaluation() { }

        public SelfEvaluation(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>Where a self-evaluation stands.</summary>
    public static class SelfEvaluationPhase
    {
        /// <summary>In draft.</summary>
        public const string Draft = "draft";
        /// <summary>Staff, pupils and families were heard.</summary>
        public const string Consulted = "consulted";
        /// <summary>Handed in.</summary>
        public const string Submitted = "submitted";
        /// <summary>Shared with the review team.</summary>
        public const string Shared = "shared";
        /// <summary>It was never handed in, and the cycle is over.</summary>
        public const string Dropped = "dropped";
    }

    /// <summary>How serious a need is.</summary>
    public static class Severity
    {
        /// <summary>Help would be welcome.</summary>
        public const string Low = "low";
        /// <summary>Help is needed this year.</summary>
        public const string Moderate = "moderate";
        /// <summary>Help is needed this term.</summary>
        public const string High = "high";
        /// <summary>Help is needed now.</summary>
        public const string Urgent = "urgent";
    }

    /// <summary>A minimum that the plan does not keep.</summary>
    public sealed class ShortEntry : View
    {
        public ShortEntry() { }

        public ShortEntry(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Units that there are.</summary>
        public long? Found
        {
            get { return Get("found", Json.Whole); }
            set { Set("found", value); }
        }

        /// <summary>The giver's id.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>Whose.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>Units that there should be at least.</summary>
        public long? Minimum
        {
            get { return Get("minimum", Json.Whole); }
            set { Set("minimum", value); }
        }

        /// <summary>The taker's id.</summary>
        public string Taker
        {
            get { return Get("taker", Json.Text); }
            set { Set("taker", value); }
        }
    }

    /// <summary>A load below its minimum.</summary>
    public sealed class ShortLoad : View
    {
        public ShortLoad() { }

        public ShortLoad(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Units that there are.</summary>
        public long? Found
        {
            get { return Get("found", Json.Whole); }
            set { Set("found", value); }
        }

        /// <summary>Whose.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>Units that there should be at least.</summary>
        public long? Minimum
        {
            get { return Get("minimum", Json.Whole); }
            set { Set("minimum", value); }
        }
    }

    /// <summary>The sides of a placement.</summary>
    public static class Side
    {
        /// <summary>The school, or central team, that would help.</summary>
        public const string Giver = "giver";
        /// <summary>The school that would be helped.</summary>
        public const string Taker = "taker";
    }

    /// <summary>What evidence tells.</summary>
    public static class Side2
    {
        /// <summary>What happened.</summary>
        public const string What = "what";
        /// <summary>Why.</summary>
        public const string Why = "why";
    }

    /// <summary>A whole network in one value: its protocols and its log.
    ///
    /// It holds no state beside the lines: restoring it folds them, and takes as long as that. Entries of erased
    /// cycles are not in it.</summary>
    public sealed class Snapshot : View
    {
        public Snapshot() { }

        public Snapshot(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The form of what it keeps; another form is not restored.</summary>
        public string Form
        {
            get { return Get("form", Json.Text); }
            set { Set("form", value); }
        }

        /// <summary>The lines of the log.</summary>
        public List<string> Lines
        {
            get { return Get("lines", Json.ListOf(Json.Text)); }
            set { Set("lines", value); }
        }

        /// <summary>The protocols, whole.</summary>
        public Opening Opening
        {
            get { return Get("opening", Json.ViewOf(fields => new Opening(fields))); }
            set { Set("opening", value); }
        }

        /// <summary>How many lines, and their hash.</summary>
        public Seal Seal
        {
            get { return Get("seal", Json.ViewOf(fields => new Seal(fields))); }
            set { Set("seal", value); }
        }
    }

    /// <summary>A span of time in one explicit unit, counted by
    /// `SchoolCalendar::after`.</summary>
    public sealed class Span : View
    {
        public Span() { }

        public Span(Dictionary<string, object> fields) : base(fields) { }

        public long? Count
        {
            get { return Get("count", Json.Whole); }
            set { Set("count", value); }
        }

        public string Unit
        {
            get { return Get("unit", Json.Text); }
            set { Set("unit", value); }
        }

        /// <summary>Calendar days.</summary>
        public static Span OfDays(long? content)
        {
            var it = new Span();
            it.Set("unit", "days");
            it.Set("count", content);
            return it;
        }

        /// <summary>What it holds where it is `days`; null where it is not.</summary>
        public long? AsDays
        {
            get { return Is("unit", "days") ? Get("count", Json.Whole) : default(long?); }
        }

        /// <summary>Mondays to Fridays that are no bank holidays.</summary>
        public static Span OfWorkingDays(long? content)
        {
            var it = new Span();
            it.Set("unit", "working_days");
            it.Set("count", content);
            return it;
        }

        /// <summary>What it holds where it is `working_days`; null where it is not.</summary>
        public long? AsWorkingDays
        {
            get { return Is("unit", "working_days") ? Get("count", Json.Whole) : default(long?); }
        }

        /// <summary>Days on which schools teach.</summary>
        public static Span OfSchoolDays(long? content)
        {
            var it = new Span();
            it.Set("unit", "school_days");
            it.Set("count", content);
            return it;
        }

        /// <summary>What it holds where it is `school_days`; null where it is not.</summary>
        public long? AsSchoolDays
        {
            get { return Is("unit", "school_days") ? Get("count", Json.Whole) : default(long?); }
        }

        /// <summary>Weeks that hold a school day.</summary>
        public static Span OfSchoolWeeks(long? content)
        {
            var it = new Span();
            it.Set("unit", "school_weeks");
            it.Set("count", content);
            return it;
        }

        /// <summary>What it holds where it is `school_weeks`; null where it is not.</summary>
        public long? AsSchoolWeeks
        {
            get { return Is("unit", "school_weeks") ? Get("count", Json.Whole) : default(long?); }
        }

        /// <summary>Halves of a term, up to their last school day.</summary>
        public static Span OfHalfTerms(long? content)
        {
            var it = new Span();
            it.Set("unit", "half_terms");
            it.Set("count", content);
            return it;
        }

        /// <summary>What it holds where it is `half_terms`; null where it is not.</summary>
        public long? AsHalfTerms
        {
            get { return Is("unit", "half_terms") ? Get("count", Json.Whole) : default(long?); }
        }

        /// <summary>Terms, up to their last school day.</summary>
        public static Span OfTerms(long? content)
        {
            var it = new Span();
            it.Set("unit", "terms");
            it.Set("count", content);
            return it;
        }

        /// <summary>What it holds where it is `terms`; null where it is not.</summary>
        public long? AsTerms
        {
            get { return Is("unit", "terms") ? Get("count", Json.Whole) : default(long?); }
        }
    }

    /// <summary>How help is spread.</summary>
    public sealed class Spread : View
    {
        public Spread() { }

        public Spread(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Absent where it is not to be seen.</summary>
        public Allocation Allocation
        {
            get { return Get("allocation", Json.ViewOf(fields => new Allocation(fields))); }
            set { Set("allocation", value); }
        }
    }

    /// <summary>How far a person has come towards being lent.</summary>
    public static class Stage
    {
        /// <summary>Somebody sees in them who could help others.</summary>
        public const string Identified = "identified";
        /// <summary>They have been prepared for it.</summary>
        public const string Developed = "developed";
        /// <summary>They can be lent.</summary>
        public const string Deployable = "deployable";
        /// <summary>They can be lent no longer.</summary>
        public const string StoodDown = "stood_down";
    }

    /// <summary>With whom a leader builds relations.</summary>
    public static class Stakeholder
    {
        /// <summary>Those who work at the school.</summary>
        public const string Staff = "staff";
        /// <summary>Parents and carers.</summary>
        public const string Parents = "parents";
        /// <summary>Pupils.</summary>
        public const string Pupils = "pupils";
    }

    /// <summary>Something that is wrong and stays so until somebody sets it right.</summary>
    public sealed class StandingViolation : View
    {
        public StandingViolation() { }

        public StandingViolation(Dictionary<string, object> fields) : base(fields) { }

        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        public object Params
        {
            get { return Get("params", Json.Any); }
            set { Set("params", value); }
        }

        /// <summary>A giver's capacity fell below what is held, or help goes on past the last term of its agreement.</summary>
        public static StandingViolation OfCapacityBelowCommitments(object content)
        {
            var it = new StandingViolation();
            it.Set("code", "capacity_below_commitments");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `capacity_below_commitments`; null where it is not.</summary>
        public object AsCapacityBelowCommitments
        {
            get { return Is("code", "capacity_below_commitments") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A person is at work, or promised, although they can be lent no longer, or not so much.</summary>
        public static StandingViolation OfPersonOverdrawn(object content)
        {
            var it = new StandingViolation();
            it.Set("code", "person_overdrawn");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `person_overdrawn`; null where it is not.</summary>
        public object AsPersonOverdrawn
        {
            get { return Is("code", "person_overdrawn") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A reviewer is booked for more visits in a term than they can be asked for.</summary>
        public static StandingViolation OfReviewerOverbooked(object content)
        {
            var it = new StandingViolation();
            it.Set("code", "reviewer_overbooked");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `reviewer_overbooked`; null where it is not.</summary>
        public object AsReviewerOverbooked
        {
            get { return Is("code", "reviewer_overbooked") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A school that is gone still lends: somebody has to take its help over.</summary>
        public static StandingViolation OfGoneSchoolLends(object content)
        {
            var it = new StandingViolation();
            it.Set("code", "gone_school_lends");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `gone_school_lends`; null where it is not.</summary>
        public object AsGoneSchoolLends
        {
            get { return Is("code", "gone_school_lends") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A school that is gone has a cycle open.</summary>
        public static StandingViolation OfGoneSchoolInCycle(object content)
        {
            var it = new StandingViolation();
            it.Set("code", "gone_school_in_cycle");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `gone_school_in_cycle`; null where it is not.</summary>
        public object AsGoneSchoolInCycle
        {
            get { return Is("code", "gone_school_in_cycle") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A partnership has fewer givers for its takers than its charter says.</summary>
        public static StandingViolation OfBelowRatio(object content)
        {
            var it = new StandingViolation();
            it.Set("code", "below_ratio");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `below_ratio`; null where it is not.</summary>
        public object AsBelowRatio
        {
            get { return Is("code", "below_ratio") ? Get("params", Json.Any) : default(object); }
        }
    }

    /// <summary>Who may do a step, and when.</summary>
    public sealed class Step : View
    {
        public Step() { }

        public Step(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Conditions that must hold, beside those of the law.</summary>
        public List<object> Guards
        {
            get { return Get("guards", Json.ListOf(Json.Any)); }
            set { Set("guards", value); }
        }

        /// <summary>Roles that are told when it was done.</summary>
        public List<string> Notify
        {
            get { return Get("notify", Json.ListOf(Json.Text)); }
            set { Set("notify", value); }
        }

        /// <summary>Who may do it although some of the conditions do not hold, with a reason code.</summary>
        public Override Override
        {
            get { return Get("override", Json.ViewOf(fields => new Override(fields))); }
            set { Set("override", value); }
        }

        /// <summary>Reasons among which one is chosen for it; any of the protocol's where none is named.</summary>
        public List<string> Reasons
        {
            get { return Get("reasons", Json.ListOf(Json.Text)); }
            set { Set("reasons", value); }
        }

        /// <summary>Roles that may. A report of fact needs none.</summary>
        public List<string> Roles
        {
            get { return Get("roles", Json.ListOf(Json.Text)); }
            set { Set("roles", value); }
        }
    }

    /// <summary>Days on which the school does not work.</summary>
    public sealed class Strike : View
    {
        public Strike() { }

        public Strike(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The first.</summary>
        public string From
        {
            get { return Get("from", Json.Text); }
            set { Set("from", value); }
        }

        /// <summary>The last.</summary>
        public string To
        {
            get { return Get("to", Json.Text); }
            set { Set("to", value); }
        }
    }

    /// <summary>In what form support comes to a school: the kind of a deployment.</summary>
    public static class SupportKind
    {
        /// <summary>A leader above a head of school, usually over several schools.</summary>
        public const string ExecutiveLeader = "executive_leader";
        /// <summary>An experienced leader in the head's own post.</summary>
        public const string SubstantiveHead = "substantive_head";
        /// <summary>A specialist or middle leader, who teaches, models and coaches.</summary>
        public const string SpecialistLeader = "specialist_leader";
        /// <summary>A coach, of whose sessions only dates and counts are known.</summary>
        public const string Coach = "coach";
        /// <summary>A programme of collaborative professional development and learning.</summary>
        public const string CpdlProgramme = "cpdl_programme";
        /// <summary>An intervention for the pupils who need it.</summary>
        public const string PupilIntervention = "pupil_intervention";
    }

    /// <summary>What is recommended, and what would be. Nothing where the need is not watched, or not to be seen.</summary>
    public sealed class Supposed : View
    {
        public Supposed() { }

        public Supposed(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What would change the outcome, where it was searched.</summary>
        public Counterfactuals Found
        {
            get { return Get("found", Json.ViewOf(fields => new Counterfactuals(fields))); }
            set { Set("found", value); }
        }

        /// <summary>As it is.</summary>
        public Reallocation Now
        {
            get { return Get("now", Json.ViewOf(fields => new Reallocation(fields))); }
            set { Set("now", value); }
        }

        /// <summary>Under what is supposed; absent where nothing was, or nothing would then be recommended.</summary>
        public Reallocation SupposedValue
        {
            get { return Get("supposed", Json.ViewOf(fields => new Reallocation(fields))); }
            set { Set("supposed", value); }
        }
    }

    /// <summary>What is supposed of a need's observations, which are told by their place among those recorded, from 0.</summary>
    public sealed class Supposition : View
    {
        public Supposition() { }

        public Supposition(Dictionary<string, object> fields) : base(fields) { }

        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        public object Of
        {
            get { return Get("of", Json.Any); }
            set { Set("of", value); }
        }

        /// <summary>They had not been made.</summary>
        public static Supposition OfWithout(List<long?> content)
        {
            var it = new Supposition();
            it.Set("kind", "without");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `without`; null where it is not.</summary>
        public List<long?> AsWithout
        {
            get { return Is("kind", "without") ? Get("of", Json.ListOf(Json.Whole)) : default(List<long?>); }
        }

        /// <summary>One had been rated otherwise.</summary>
        public static Supposition OfRated(Rerated content)
        {
            var it = new Supposition();
            it.Set("kind", "rated");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `rated`; null where it is not.</summary>
        public Rerated AsRated
        {
            get { return Is("kind", "rated") ? Get("of", Json.ViewOf(fields => new Rerated(fields))) : default(Rerated); }
        }
    }

    /// <summary>A task of a protocol.</summary>
    public sealed class Task : View
    {
        public Task() { }

        public Task(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Tasks that come before it.</summary>
        public List<string> After
        {
            get { return Get("after", Json.ListOf(Json.Text)); }
            set { Set("after", value); }
        }

        /// <summary>Its code.</summary>
        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        /// <summary>When it is due, counted from the day on which it could first be done.</summary>
        public Span Due
        {
            get { return Get("due", Json.ViewOf(fields => new Span(fields))); }
            set { Set("due", value); }
        }

        /// <summary>How much later it still counts as done in time.</summary>
        public Span Grace
        {
            get { return Get("grace", Json.ViewOf(fields => new Span(fields))); }
            set { Set("grace", value); }
        }

        /// <summary>Conditions that must hold before it is done.</summary>
        public List<object> Guards
        {
            get { return Get("guards", Json.ListOf(Json.Any)); }
            set { Set("guards", value); }
        }

        /// <summary>What people call it.</summary>
        public string Label
        {
            get { return Get("label", Json.Text); }
            set { Set("label", value); }
        }

        /// <summary>The milestone it belongs to, if it belongs to one.</summary>
        public string Milestone
        {
            get { return Get("milestone", Json.Text); }
            set { Set("milestone", value); }
        }

        /// <summary>Whether a milestone is reached without it, too.</summary>
        public bool? Optional
        {
            get { return Get("optional", Json.Flag); }
            set { Set("optional", value); }
        }

        /// <summary>What it can come to, each with its label; none where it is only done or not.</summary>
        public Dictionary<string, string> Outcomes
        {
            get { return Get("outcomes", Json.MapOf(Json.Text)); }
            set { Set("outcomes", value); }
        }

        /// <summary>When reminders go out, counted from the same day.</summary>
        public List<Span> Remind
        {
            get { return Get("remind", Json.ListOf(Json.ViewOf(fields => new Span(fields)))); }
            set { Set("remind", value); }
        }

        /// <summary>Roles that may do it.</summary>
        public List<string> Roles
        {
            get { return Get("roles", Json.ListOf(Json.Text)); }
            set { Set("roles", value); }
        }

        /// <summary>Branches on which it is asked for; on all where there is none.</summary>
        public List<Branch> When
        {
            get { return Get("when", Json.ListOf(Json.ViewOf(fields => new Branch(fields)))); }
            set { Set("when", value); }
        }
    }

    /// <summary>Where a task stands, once somebody has touched it.</summary>
    public static class TaskPhase
    {
        /// <summary>Somebody has begun.</summary>
        public const string InProgress = "in_progress";
        /// <summary>It is done.</summary>
        public const string Complete = "complete";
        /// <summary>It was dropped with the cycle.</summary>
        public const string Dropped = "dropped";
    }

    /// <summary>A task that somebody has touched.</summary>
    public sealed class TaskState : View
    {
        public TaskState() { }

        public TaskState(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What it came to, where the protocol asks for that.</summary>
        public string Outcome
        {
            get { return Get("outcome", Json.Text); }
            set { Set("outcome", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>What waits for a person.</summary>
    public sealed class Tasks : View
    {
        public Tasks() { }

        public Tasks(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Cycles in which something waits.</summary>
        public List<CycleTasks> Cycles
        {
            get { return Get("cycles", Json.ListOf(Json.ViewOf(fields => new CycleTasks(fields)))); }
            set { Set("cycles", value); }
        }
    }

    /// <summary>Who makes up a review team.</summary>
    public sealed class TeamRule : View
    {
        public TeamRule() { }

        public TeamRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether no two of them may come from one school.</summary>
        public bool? DifferentSchools
        {
            get { return Get("different_schools", Json.Flag); }
            set { Set("different_schools", value); }
        }

        /// <summary>Peers beside the lead, at least.</summary>
        public long? LeastPeers
        {
            get { return Get("least_peers", Json.Whole); }
            set { Set("least_peers", value); }
        }

        /// <summary>Peers beside the lead, at most, if that is limited.</summary>
        public long? MostPeers
        {
            get { return Get("most_peers", Json.Whole); }
            set { Set("most_peers", value); }
        }
    }

    /// <summary>A term of the school year.</summary>
    public static class TermName
    {
        /// <summary>September to December.</summary>
        public const string Autumn = "autumn";
        /// <summary>January to Easter.</summary>
        public const string Spring = "spring";
        /// <summary>Easter to July.</summary>
        public const string Summer = "summer";
    }

    /// <summary>Something that waits for a person.</summary>
    public sealed class Todo : View
    {
        public Todo() { }

        public Todo(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What it is about.</summary>
        public Child Child
        {
            get { return Get("child", Json.ViewOf(fields => new Child(fields))); }
            set { Set("child", value); }
        }

        /// <summary>When it is due, where a clock runs.</summary>
        public string Due
        {
            get { return Get("due", Json.Text); }
            set { Set("due", value); }
        }

        /// <summary>Whether it is late.</summary>
        public bool? Overdue
        {
            get { return Get("overdue", Json.Flag); }
            set { Set("overdue", value); }
        }

        /// <summary>What is to be done.</summary>
        public What What
        {
            get { return Get("what", Json.ViewOf(fields => new What(fields))); }
            set { Set("what", value); }
        }
    }

    /// <summary>An event as an answer tells it.</summary>
    public sealed class ToldEvent : View
    {
        public ToldEvent() { }

        public ToldEvent(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The payload.</summary>
        public object Data
        {
            get { return Get("data", Json.Any); }
            set { Set("data", value); }
        }

        /// <summary>Its place in the stream.</summary>
        public long? Seq
        {
            get { return Get("seq", Json.Whole); }
            set { Set("seq", value); }
        }

        /// <summary>The stream it belongs to.</summary>
        public string Stream
        {
            get { return Get("stream", Json.Text); }
            set { Set("stream", value); }
        }

        /// <summary>Its wire code.</summary>
        public string Type
        {
            get { return Get("type", Json.Text); }
            set { Set("type", value); }
        }

        /// <summary>The version of its payload's shape.</summary>
        public long? Version
        {
            get { return Get("version", Json.Whole); }
            set { Set("version", value); }
        }
    }

    /// <summary>Something that stands although it should not.</summary>
    public sealed class ToldViolation : View
    {
        public ToldViolation() { }

        public ToldViolation(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What those who settle it can do.</summary>
        public string Help
        {
            get { return Get("help", Json.Text); }
            set { Set("help", value); }
        }

        /// <summary>Whether a fact raised it and somebody can set it right; the others must never be.</summary>
        public bool? Standing
        {
            get { return Get("standing", Json.Flag); }
            set { Set("standing", value); }
        }

        /// <summary>What it is.</summary>
        public Violation Violation
        {
            get { return Get("violation", Json.ViewOf(fields => new Violation(fields))); }
            set { Set("violation", value); }
        }
    }

    /// <summary>Something in a running cycle that does not fit another protocol.</summary>
    public sealed class Unfit : View
    {
        public Unfit() { }

        public Unfit(Dictionary<string, object> fields) : base(fields) { }

        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        public object Of
        {
            get { return Get("of", Json.Any); }
            set { Set("of", value); }
        }

        /// <summary>It is open, and no step of the other protocol leads out of where it stands.</summary>
        public static Unfit OfStuck(Child content)
        {
            var it = new Unfit();
            it.Set("code", "stuck");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `stuck`; null where it is not.</summary>
        public Child AsStuck
        {
            get { return Is("code", "stuck") ? Get("of", Json.ViewOf(fields => new Child(fields))) : default(Child); }
        }

        /// <summary>It is in a phase that the other protocol leaves out.</summary>
        public static Unfit OfPhaseLeftOut(Child content)
        {
            var it = new Unfit();
            it.Set("code", "phase_left_out");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `phase_left_out`; null where it is not.</summary>
        public Child AsPhaseLeftOut
        {
            get { return Is("code", "phase_left_out") ? Get("of", Json.ViewOf(fields => new Child(fields))) : default(Child); }
        }

        /// <summary>A task or a decision that the other protocol does not have is open.</summary>
        public static Unfit OfNotAskedFor(Child content)
        {
            var it = new Unfit();
            it.Set("code", "not_asked_for");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `not_asked_for`; null where it is not.</summary>
        public Child AsNotAskedFor
        {
            get { return Is("code", "not_asked_for") ? Get("of", Json.ViewOf(fields => new Child(fields))) : default(Child); }
        }

        /// <summary>A live deployment is of a kind, or of a size, that the other protocol does not have.</summary>
        public static Unfit OfOtherSize(Child content)
        {
            var it = new Unfit();
            it.Set("code", "other_size");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `other_size`; null where it is not.</summary>
        public Child AsOtherSize
        {
            get { return Is("code", "other_size") ? Get("of", Json.ViewOf(fields => new Child(fields))) : default(Child); }
        }

        /// <summary>A level of pressure or a category that the other protocol does not have is in use.</summary>
        public static Unfit OfCodeUnknown(string content)
        {
            var it = new Unfit();
            it.Set("code", "code_unknown");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `code_unknown`; null where it is not.</summary>
        public string AsCodeUnknown
        {
            get { return Is("code", "code_unknown") ? Get("of", Json.Text) : default(string); }
        }

        /// <summary>Help was agreed, and a consent that the other protocol asks for was not given.</summary>
        public static Unfit OfNotConsented(Child content)
        {
            var it = new Unfit();
            it.Set("code", "not_consented");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `not_consented`; null where it is not.</summary>
        public Child AsNotConsented
        {
            get { return Is("code", "not_consented") ? Get("of", Json.ViewOf(fields => new Child(fields))) : default(Child); }
        }
    }

    /// <summary>Demand that the plan does not meet.</summary>
    public sealed class UnmetDemand : View
    {
        public UnmetDemand() { }

        public UnmetDemand(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Why.</summary>
        public string Reason
        {
            get { return Get("reason", Json.Text); }
            set { Set("reason", value); }
        }

        /// <summary>The taker's id.</summary>
        public string Taker
        {
            get { return Get("taker", Json.Text); }
            set { Set("taker", value); }
        }

        /// <summary>How many units.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }
    }

    /// <summary>Why some of a taker's demand stays unmet.</summary>
    public static class UnmetReason
    {
        /// <summary>No pair names this taker.</summary>
        public const string NoCandidate = "no_candidate";
        /// <summary>Pairs name this taker, but every one that is left is forbidden.</summary>
        public const string Forbidden = "forbidden";
        /// <summary>Pairs name this taker, but in every one that is left, and not forbidden, the two are too far apart.</summary>
        public const string TooFar = "too_far";
        /// <summary>Every possible giver helps already, and gives at most one unit.</summary>
        public const string TooFewCandidates = "too_few_candidates";
        /// <summary>The possible givers that do not help yet have no capacity at all.</summary>
        public const string NoCapacity = "no_capacity";
        /// <summary>A group that the taker lies in receives all that it can together.</summary>
        public const string GroupFull = "group_full";
        /// <summary>Everybody who could still help serves the same team already, and nobody serves twice in one.</summary>
        public const string InTeamAlready = "in_team_already";
        /// <summary>Those who could still help have capacity left, and none within a group that they share with others.</summary>
        public const string SharedCapacityTaken = "shared_capacity_taken";
        /// <summary>The capacity of the other possible givers goes to needs that gain more from it.</summary>
        public const string CapacityTaken = "capacity_taken";
        /// <summary>The pairs left would lower the score; under `Objective::Score` only.</summary>
        public const string NoGain = "no_gain";
    }

    /// <summary>A required pair that is not used.</summary>
    public sealed class UnusedPair : View
    {
        public UnusedPair() { }

        public UnusedPair(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The giver's id.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>The taker's id.</summary>
        public string Taker
        {
            get { return Get("taker", Json.Text); }
            set { Set("taker", value); }
        }
    }

    /// <summary>What a plan achieves, or what no plan can exceed.
    ///
    /// Minimum loads and required pairs come first: the fewer units short, the better. Then, under
    /// `Objective::Coverage`, more units come before any score; under `Objective::Score` a higher score
    /// comes before any units.</summary>
    public sealed class Value : View
    {
        public Value() { }

        public Value(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Sum of the scores of the pairs used; under `Objective::LeastChange` each pair that stays counts the
        /// price of a change more.</summary>
        public object Score
        {
            get { return Get("score", Json.Any); }
            set { Set("score", value); }
        }

        /// <summary>Units by which minimum loads are missed, and required pairs that are not used.</summary>
        public long? Short
        {
            get { return Get("short", Json.Whole); }
            set { Set("short", value); }
        }

        /// <summary>Units of demand met.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }
    }

    /// <summary>What a person decided.</summary>
    public sealed class Verdict : View
    {
        public Verdict() { }

        public Verdict(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>When.</summary>
        public string At
        {
            get { return Get("at", Json.Text); }
            set { Set("at", value); }
        }

        /// <summary>By whom.</summary>
        public string By
        {
            get { return Get("by", Json.Text); }
            set { Set("by", value); }
        }

        /// <summary>On which conditions, if any.</summary>
        public List<string> Conditions
        {
            get { return Get("conditions", Json.ListOf(Json.Text)); }
            set { Set("conditions", value); }
        }

        /// <summary>What.</summary>
        public string Outcome
        {
            get { return Get("outcome", Json.Text); }
            set { Set("outcome", value); }
        }
    }

    /// <summary>Something that stands although it should not.</summary>
    public sealed class Violation : View
    {
        public Violation() { }

        public Violation(Dictionary<string, object> fields) : base(fields) { }

        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        public object Params
        {
            get { return Get("params", Json.Any); }
            set { Set("params", value); }
        }

        /// <summary>A post of leadership is vacant, and nobody at work fills in for it.</summary>
        public static Violation OfLeadershipGap(object content)
        {
            var it = new Violation();
            it.Set("code", "leadership_gap");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `leadership_gap`; null where it is not.</summary>
        public object AsLeadershipGap
        {
            get { return Is("code", "leadership_gap") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The school converted, and consents to help that goes on were given before.</summary>
        public static Violation OfConsentsToRenew(object content)
        {
            var it = new Violation();
            it.Set("code", "consents_to_renew");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `consents_to_renew`; null where it is not.</summary>
        public object AsConsentsToRenew
        {
            get { return Is("code", "consents_to_renew") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A giver can lend less than is live here.</summary>
        public static Violation OfCapacityBelowCommitments(object content)
        {
            var it = new Violation();
            it.Set("code", "capacity_below_commitments");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `capacity_below_commitments`; null where it is not.</summary>
        public object AsCapacityBelowCommitments
        {
            get { return Is("code", "capacity_below_commitments") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A visit is fixed for a day on which the school is on strike.</summary>
        public static Violation OfVisitOnStrike(object content)
        {
            var it = new Violation();
            it.Set("code", "visit_on_strike");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `visit_on_strike`; null where it is not.</summary>
        public object AsVisitOnStrike
        {
            get { return Is("code", "visit_on_strike") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The school is closed or merged, and its cycle goes on.</summary>
        public static Violation OfSchoolGone(object content)
        {
            var it = new Violation();
            it.Set("code", "school_gone");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `school_gone`; null where it is not.</summary>
        public object AsSchoolGone
        {
            get { return Is("code", "school_gone") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A closed cycle has something open: no history that the engine made is like that.</summary>
        public static Violation OfClosedButOpen(object content)
        {
            var it = new Violation();
            it.Set("code", "closed_but_open");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `closed_but_open`; null where it is not.</summary>
        public object AsClosedButOpen
        {
            get { return Is("code", "closed_but_open") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Help was agreed without a consent that the protocol names: no history that the engine made is like
        /// that.</summary>
        public static Violation OfAgreedWithoutConsent(object content)
        {
            var it = new Violation();
            it.Set("code", "agreed_without_consent");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `agreed_without_consent`; null where it is not.</summary>
        public object AsAgreedWithoutConsent
        {
            get { return Is("code", "agreed_without_consent") ? Get("params", Json.Any) : default(object); }
        }
    }

    /// <summary>How long a review visit takes, in school days. One that is told without a last day takes one.</summary>
    public sealed class VisitRule : View
    {
        public VisitRule() { }

        public VisitRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>School days, at least.</summary>
        public long? LeastDays
        {
            get { return Get("least_days", Json.Whole); }
            set { Set("least_days", value); }
        }

        /// <summary>School days, at most, if that is limited.</summary>
        public long? MostDays
        {
            get { return Get("most_days", Json.Whole); }
            set { Set("most_days", value); }
        }
    }

    /// <summary>A need that waits for a giver.</summary>
    public sealed class Waiting : View
    {
        public Waiting() { }

        public Waiting(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>The need.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>The school.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }

        /// <summary>What speaks for the pair.</summary>
        public object Score
        {
            get { return Get("score", Json.Any); }
            set { Set("score", value); }
        }

        /// <summary>How severe it is.</summary>
        public string Severity
        {
            get { return Get("severity", Json.Text); }
            set { Set("severity", value); }
        }
    }

    /// <summary>What is to be done.</summary>
    public sealed class What : View
    {
        public What() { }

        public What(Dictionary<string, object> fields) : base(fields) { }

        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        public object Of
        {
            get { return Get("of", Json.Any); }
            set { Set("of", value); }
        }

        /// <summary>An act.</summary>
        public static What OfAct(string content)
        {
            var it = new What();
            it.Set("kind", "act");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `act`; null where it is not.</summary>
        public string AsAct
        {
            get { return Is("kind", "act") ? Get("of", Json.Text) : default(string); }
        }

        /// <summary>An observation, or another day that has come.</summary>
        public static What OfClock(Awaits content)
        {
            var it = new What();
            it.Set("kind", "clock");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `clock`; null where it is not.</summary>
        public Awaits AsClock
        {
            get { return Is("kind", "clock") ? Get("of", Json.ViewOf(fields => new Awaits(fields))) : default(Awaits); }
        }

        /// <summary>Something that stands although it should not.</summary>
        public static What OfViolation(Violation content)
        {
            var it = new What();
            it.Set("kind", "violation");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `violation`; null where it is not.</summary>
        public Violation AsViolation
        {
            get { return Is("kind", "violation") ? Get("of", Json.ViewOf(fields => new Violation(fields))) : default(Violation); }
        }
    }

    /// <summary>When capacity would be free.</summary>
    public static class When
    {
        /// <summary>With the decision.</summary>
        public const string AtOnce = "at_once";
        /// <summary>Once help that fades has ended.</summary>
        public const string WhenItEnds = "when_it_ends";
    }

    /// <summary>How much is asked of a school at most, and when it is left alone. What is not set is not limited.</summary>
    public sealed class Workload : View
    {
        public Workload() { }

        public Workload(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>School days at the end of each term in which there is no visit.</summary>
        public long? EndOfTerm
        {
            get { return Get("end_of_term", Json.Whole); }
            set { Set("end_of_term", value); }
        }

        /// <summary>How long before a visit its day is told.</summary>
        public Span Notice
        {
            get { return Get("notice", Json.ViewOf(fields => new Span(fields))); }
            set { Set("notice", value); }
        }

        /// <summary>Requests that wait for an answer at once.</summary>
        public long? OpenRequests
        {
            get { return Get("open_requests", Json.Whole); }
            set { Set("open_requests", value); }
        }

        /// <summary>Windows of the calendar in which there is no visit.</summary>
        public List<string> Protected
        {
            get { return Get("protected", Json.ListOf(Json.Text)); }
            set { Set("protected", value); }
        }

        /// <summary>Visits in a term.</summary>
        public long? VisitsInTerm
        {
            get { return Get("visits_in_term", Json.Whole); }
            set { Set("visits_in_term", value); }
        }

        /// <summary>Visits in a term in which one person is lead or peer, within this cycle.</summary>
        public long? VisitsInTermEach
        {
            get { return Get("visits_in_term_each", Json.Whole); }
            set { Set("visits_in_term_each", value); }
        }

        /// <summary>Visits in a school year, which begins with August.</summary>
        public long? VisitsInYear
        {
            get { return Get("visits_in_year", Json.Whole); }
            set { Set("visits_in_year", value); }
        }
    }

    /// <summary>A workshop within its cycle.</summary>
    public sealed class Workshop : View
    {
        public Workshop() { }

        public Workshop(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The actions of its plan.</summary>
        public List<PlannedAction> Actions
        {
            get { return Get("actions", Json.ListOf(Json.ViewOf(fields => new PlannedAction(fields)))); }
            set { Set("actions", value); }
        }

        /// <summary>Who facilitates it.</summary>
        public string Champion
        {
            get { return Get("champion", Json.Text); }
            set { Set("champion", value); }
        }

        /// <summary>Where it stands.</summary>
        public string Phase
        {
            get { return Get("phase", Json.Text); }
            set { Set("phase", value); }
        }

        /// <summary>The review whose findings it takes up, if it takes up one.</summary>
        public string Review
        {
            get { return Get("review", Json.Text); }
            set { Set("review", value); }
        }

        /// <summary>Since when.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>Where a workshop stands.</summary>
    public static class WorkshopPhase
    {
        /// <summary>It was called.</summary>
        public const string Called = "called";
        /// <summary>It took place.</summary>
        public const string Held = "held";
        /// <summary>Its plan of actions is in draft.</summary>
        public const string PlanDrafted = "plan_drafted";
        /// <summary>The plan was adopted.</summary>
        public const string Adopted = "adopted";
        /// <summary>It was cancelled.</summary>
        public const string Cancelled = "cancelled";
    }
}
