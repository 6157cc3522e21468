export namespace app {
	
	export interface Candidate {
	    name: string;
	    origin: string;
	    url: string;
	    licence: string;
	    file: string;
	    bytes: number;
	    memory: number;
	    french: string;
	    tried: string;
	    fits: boolean;
	    recommended: boolean;
	    draft_seconds: number;
	    measured: boolean;
	}
	export interface Advice {
	    machine: review.Machine;
	    candidates: Candidate[];
	}
	export interface Answer {
	    id: number;
	    at: string;
	    question: string;
	    follows: number;
	    answer: review.Statement[];
	    abstained: boolean;
	    reason: string;
	    writer: string;
	    model: string;
	    removed: number;
	    near: review.Hit[];
	}
	export interface AnswerPage {
	    answers: Answer[];
	    next: number;
	}
	
	export interface Card {
	    id: number;
	    state: string;
	    sentiment: string;
	    title: string;
	    excerpt: string;
	    written_at: string;
	    due_at: string;
	    days_left: number;
	    subject: string;
	    answered_elsewhere: boolean;
	}
	export interface Event {
	    at: string;
	    action: string;
	    from: string;
	    to: string;
	    by: string;
	    reason: string;
	    reply: number;
	}
	export interface Finding {
	    rule: string;
	    severity: string;
	    start: number;
	    end: number;
	    message: string;
	    repair?: string;
	}
	export interface Version {
	    number: number;
	    greeting: string;
	    body: string;
	    closing: string;
	    signature: string;
	    text: string;
	    writer: string;
	    model: string;
	    by: string;
	    written_at: string;
	    partial: boolean;
	    sources: review.Passage[];
	    findings: Finding[];
	    wish: review.Wish;
	    prompted: boolean;
	    rejected: string;
	}
	export interface Notice {
	    kind: string;
	    message: string;
	}
	export interface Personal {
	    kind: string;
	    start: number;
	    end: number;
	}
	export interface Point {
	    number: number;
	    start: number;
	    end: number;
	}
	export interface Sheet {
	    id: number;
	    state: string;
	    sentiment: string;
	    title: string;
	    excerpt: string;
	    written_at: string;
	    due_at: string;
	    days_left: number;
	    subject: string;
	    answered_elsewhere: boolean;
	    source: string;
	    external_id: string;
	    version: number;
	    text: string;
	    author: string;
	    posted_as: string;
	    themes: review.Theme[];
	    channels: string[];
	    structure: string;
	    typology: string;
	    tags: string[];
	    earlier_reply: string;
	}
	export interface Dossier {
	    review: Sheet;
	    points: Point[];
	    personal: Personal[];
	    notices: Notice[];
	    reply?: Version;
	    versions: Version[];
	    history: Event[];
	    allowed: string[];
	}
	export interface Edition {
	    id: number;
	    version: number;
	    reply: number;
	    greeting: string;
	    body: string;
	    closing: string;
	    signature: string;
	}
	
	export interface Exported {
	    exported: number;
	    path: string;
	}
	export interface Fault {
	    code: string;
	    message: string;
	    hint: string;
	}
	
	export interface Frames {
	    greeting: string;
	    closings: string[];
	    signatures: string[];
	}
	export interface MissingSheet {
	    id: number;
	    question: string;
	    asked: number;
	    last_at: string;
	    reviews: number[];
	}
	export interface ModelCard {
	    name: string;
	    hash: string;
	    bytes: number;
	    parameters: number;
	    quantisation: string;
	    context: number;
	    licence: string;
	    memory: number;
	    imported_at: string;
	    measured: boolean;
	    reads: number;
	    writes: number;
	    draft_s: number;
	    chosen: boolean;
	}
	export interface ModelPage {
	    runtime: review.RuntimeStatus;
	    models: ModelCard[];
	    fault?: Fault;
	}
	
	export interface PackCard {
	    name: string;
	    built_at: string;
	    sheets: number;
	    sources: review.PackSource[];
	}
	
	
	export interface QueuePage {
	    cards: Card[];
	    next: string;
	}
	export interface QueueQuery {
	    tab: string;
	    search: string;
	    after: string;
	    limit: number;
	}
	export interface Reason {
	    code: string;
	    label: string;
	}
	export interface Saved {
	    version: number;
	    number: number;
	    saved_at: string;
	    findings: Finding[];
	}
	export interface Setting {
	    key: string;
	    kind: string;
	    value: string;
	    choices: string[];
	    label: string;
	    help: string;
	}
	
	export interface SheetAlert {
	    id: number;
	    at: string;
	    review: number;
	    number: number;
	    state: string;
	    what: string;
	    sheet: string;
	    kind: string;
	    title: string;
	    before: string;
	    after: string;
	    lost: boolean;
	}
	export interface WriterStatus {
	    name: string;
	    available: boolean;
	    detail: string;
	}
	export interface Status {
	    version: string;
	    profile: string;
	    service: string;
	    person: string;
	    language: string;
	    writer: string;
	    writers: WriterStatus[];
	    counts: Record<string, number>;
	    late: number;
	    four_eyes: boolean;
	    exports_dir: string;
	}
	export interface TaskCard {
	    id: number;
	    title: string;
	    state: string;
	    ahead: boolean;
	    tries: number;
	    reason: string;
	}
	export interface TaskPage {
	    paused: string;
	    waiting: number;
	    failed: number;
	    running?: TaskCard;
	    left_s: number;
	    finish_at: string;
	    next: TaskCard[];
	    failing: TaskCard[];
	}
	

}

export namespace desk {
	
	export interface ShownPrompt {
	    system: string;
	    user: string;
	    exact: boolean;
	    tokens: number;
	    left_out: review.LeftOut;
	}

}

export namespace figures {
	
	export interface Days {
	    mean?: number;
	    median?: number;
	    n: number;
	}
	export interface Drafts {
	    writer: string;
	    kept: number;
	    edited: number;
	    rejected: number;
	    mean_change?: number;
	}
	export interface Visitors {
	    useful: number;
	    useless: number;
	}
	export interface Satisfaction {
	    useful: number;
	    n: number;
	    share?: number;
	}
	export interface Writers {
	    by_model: number;
	    by_trame: number;
	    by_hand: number;
	}
	export interface Figures {
	    reviews: number;
	    answered: number;
	    replies: Writers;
	    assisted_share?: number;
	    answering_days: Days;
	    satisfaction: Satisfaction;
	    earlier_satisfaction: Satisfaction;
	    drafts: Drafts[];
	    visitors: Visitors;
	}
	
	

}

export namespace review {
	
	export interface Hit {
	    sheet: string;
	    kind: string;
	    title: string;
	    url: string;
	    date: string;
	    passage: string;
	    heading: string[];
	    score: number;
	    bears: boolean;
	}
	export interface LeftOut {
	    runes?: number;
	    passages?: number;
	    examples?: number;
	}
	export interface Machine {
	    memory: number;
	    free: number;
	    cores: number;
	    instructions: string[];
	    bandwidth: number;
	}
	export interface PackSource {
	    name: string;
	    licence: string;
	    date: string;
	    hash: string;
	    sheets: number;
	    unread: number;
	}
	export interface Passage {
	    sheet: string;
	    kind: string;
	    title: string;
	    url: string;
	    date: string;
	    passage: string;
	}
	export interface Report {
	    batch: number;
	    format: string;
	    read: number;
	    added: number;
	    updated: number;
	    duplicates: number;
	    rejected: number;
	    with_reply: number;
	}
	export interface RuntimeStatus {
	    bundled: boolean;
	    present: boolean;
	    running: boolean;
	    version: string;
	    pid: number;
	    address: string;
	    model: string;
	    memory: number;
	    warm_for_s: number;
	    cache_reuse?: number;
	}
	export interface Section {
	    heading: string[];
	    text: string;
	}
	export interface Sheet {
	    sheet: string;
	    kind: string;
	    title: string;
	    url: string;
	    date: string;
	    summary: string;
	    path: string[];
	    source: string;
	    licence: string;
	    pack: string;
	    sections: Section[];
	}
	export interface Statement {
	    text: string;
	    case: string[];
	    sources: Passage[];
	}
	export interface Theme {
	    name: string;
	    sentiment: string;
	}
	export interface Wish {
	    length?: string;
	    warmer?: boolean;
	    precise?: boolean;
	    french?: boolean;
	}

}

