//! A derivation read from TOML, by hand over spanned values, so that every fault has its line and all
//! come at once.

use super::{
    Condition, Derivation, NeedRule, OfferRule, Test, WhileInNeed,
    fault::{DerivationFault, DerivationFaultKind as Kind, DerivationFaults},
};
use crate::{
    number::Thousandths,
    signals::{ProgressBand, SignalColumn, SignalKind},
};
use collegium_model::{
    candidate::CandidateRules,
    code::{Area, RuleId},
    inspection::InspectionGrade,
    need::Severity,
    quantity::{HalfDays, Metres, Units},
    school::EducationPhase,
};
use std::collections::BTreeMap;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

pub(super) fn read(label: &str, text: &str) -> Result<Derivation, DerivationFaults> {
    let mut reader = Reader {
        file: label,
        text,
        rule: None,
        faults: Vec::new(),
    };
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let message = error.message().lines().collect::<Vec<_>>().join("; ");
        reader.fault(
            error.span().map_or(0, |span| span.start),
            Kind::Syntax { message },
        );
    }
    let derivation = if reader.faults.is_empty() {
        reader.derivation(document.get_ref())
    } else {
        // What a broken text seems to say would only bring faults that are none.
        None
    };
    match (derivation, DerivationFaults::new(reader.faults)) {
        (_, Some(faults)) => Err(faults),
        (Some(derivation), None) => Ok(derivation),
        (None, None) => Err(DerivationFaults {
            faults: vec![DerivationFault {
                file: label.to_owned(),
                line: None,
                rule: None,
                kind: Kind::Nothing { key: "derivation" },
            }],
        }),
    }
}

type Value<'v> = Spanned<DeValue<'v>>;

struct Reader<'t> {
    file: &'t str,
    text: &'t str,
    rule: Option<String>,
    faults: Vec<DerivationFault>,
}

/// A table whose keys are taken one after the other; what remains means nothing.
struct Keys<'d, 'v> {
    table: &'d DeTable<'v>,
    start: usize,
    known: Vec<&'static str>,
}

impl<'d, 'v> Keys<'d, 'v> {
    fn new(table: &'d DeTable<'v>, start: usize) -> Self {
        Self {
            table,
            start,
            known: Vec::new(),
        }
    }

    fn take(&mut self, key: &'static str) -> Option<&'d Value<'v>> {
        self.known.push(key);
        self.table
            .iter()
            .find(|(name, _)| name.get_ref() == key)
            .map(|(_, value)| value)
    }
}

impl Reader<'_> {
    fn line(&self, at: usize) -> u64 {
        let before = self.text.bytes().take(at).filter(|&byte| byte == b'\n');
        u64::try_from(before.count()).map_or(u64::MAX, |ends| ends + 1)
    }

    fn fault(&mut self, at: usize, kind: Kind) {
        self.faults.push(DerivationFault {
            file: self.file.to_owned(),
            line: Some(self.line(at)),
            rule: self.rule.clone(),
            kind,
        });
    }

    /// Faults for the keys that nobody took.
    fn finish(&mut self, keys: &Keys<'_, '_>) {
        for (name, _) in keys.table {
            if !keys.known.contains(&name.get_ref().as_ref()) {
                let (key, known) = (name.get_ref().to_string(), keys.known.clone());
                self.fault(name.span().start, Kind::UnknownKey { key, known });
            }
        }
    }

    fn required<'d, 'v>(&mut self, keys: &mut Keys<'d, 'v>, key: &'static str) -> Option<&'d Value<'v>> {
        let value = keys.take(key);
        if value.is_none() {
            self.fault(keys.start, Kind::Missing { key });
        }
        value
    }

    fn wrong_kind(&mut self, key: &str, value: &Value<'_>, expected: &'static str) {
        let kind = Kind::WrongKind {
            key: key.to_owned(),
            expected,
            found: value.get_ref().type_str().to_owned(),
        };
        self.fault(value.span().start, kind);
    }

    fn text(&mut self, key: &'static str, value: &Value<'_>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                self.fault(value.span().start, Kind::Nothing { key });
                None
            }
            DeValue::String(text) => Some(text.trim().to_owned()),
            _ => {
                self.wrong_kind(key, value, "text in quotation marks");
                None
            }
        }
    }

    fn number(&mut self, key: &str, value: &Value<'_>, least: u32, most: u32) -> Option<u32> {
        let DeValue::Integer(integer) = value.get_ref() else {
            self.wrong_kind(key, value, "a whole number");
            return None;
        };
        let parsed = i128::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = parsed.and_then(|number| u32::try_from(number).ok());
        let fitting = number.filter(|number| (least..=most).contains(number));
        if fitting.is_none() {
            let (key, found) = (key.to_owned(), integer.as_str().to_owned());
            self.fault(
                value.span().start,
                Kind::OutOfRange {
                    key,
                    found,
                    least,
                    most,
                },
            );
        }
        fitting
    }

    fn small(&mut self, key: &str, value: &Value<'_>, least: u16) -> Option<u16> {
        self.number(key, value, u32::from(least), u32::from(u16::MAX))
            .and_then(|number| u16::try_from(number).ok())
    }

    fn decimal(&mut self, key: &str, value: &Value<'_>) -> Option<Thousandths> {
        let text = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str(),
            DeValue::Float(float) => float.as_str(),
            _ => "",
        };
        let decimal = text.parse().ok();
        if decimal.is_none() {
            self.wrong_kind(key, value, "a decimal number such as -2.5");
        }
        decimal
    }

    fn list<'d, 'v>(&mut self, key: &'static str, value: &'d Value<'v>) -> Option<Vec<&'d Value<'v>>> {
        match value.get_ref() {
            DeValue::Array(array) if array.is_empty() => {
                self.fault(value.span().start, Kind::Nothing { key });
                None
            }
            DeValue::Array(array) => Some(array.iter().collect()),
            _ => {
                self.wrong_kind(key, value, "a list in square brackets");
                None
            }
        }
    }

    fn texts(&mut self, key: &'static str, value: &Value<'_>) -> Option<Vec<(usize, String)>> {
        let items = self.list(key, value)?;
        let texts: Vec<_> = items
            .iter()
            .map(|item| self.text(key, item).map(|text| (item.span().start, text)))
            .collect();
        texts.into_iter().collect()
    }

    fn words<T: Clone>(
        &mut self,
        key: &'static str,
        value: &Value<'_>,
        vocabulary: &[(String, T)],
    ) -> Option<Vec<T>> {
        let texts = self.texts(key, value)?;
        let meanings: Vec<_> = texts
            .iter()
            .map(|(at, text)| self.word(*at, text, vocabulary))
            .collect();
        meanings.into_iter().collect()
    }

    fn word<T: Clone>(&mut self, at: usize, text: &str, vocabulary: &[(String, T)]) -> Option<T> {
        let meaning = vocabulary
            .iter()
            .find(|(word, _)| word == text)
            .map(|(_, meaning)| meaning.clone());
        if meaning.is_none() {
            let (found, known) = (
                text.to_owned(),
                vocabulary.iter().map(|(word, _)| word.clone()).collect(),
            );
            self.fault(at, Kind::UnknownWord { found, known });
        }
        meaning
    }

    fn derivation(&mut self, document: &DeTable<'_>) -> Option<Derivation> {
        let mut keys = Keys::new(document, 0);
        let name = self.required(&mut keys, "name");
        let name = name.and_then(|value| self.text("name", value));
        let version = self.required(&mut keys, "version");
        let version = version.and_then(|value| self.number("version", value, 1, u32::MAX));
        let areas = self.required(&mut keys, "areas");
        let areas = areas.and_then(|value| self.areas(value));
        let candidates = match keys.take("candidates") {
            Some(value) => self.candidates(value),
            None => Some(CandidateRules::default()),
        };
        let known_areas: Vec<(String, Area)> = areas
            .iter()
            .flatten()
            .map(|area| (area.to_string(), area.clone()))
            .collect();
        // Without areas every rule would be wrong for a fault that is told already.
        let areas_known = areas.is_some();
        let mut first_lines = BTreeMap::new();
        let mut needs = Vec::new();
        let mut offers = Vec::new();
        if let Some(value) = keys.take("need") {
            for table in self.rule_tables("need", value) {
                needs.push(self.need(table, &known_areas, areas_known, &mut first_lines));
                self.rule = None;
            }
        }
        if let Some(value) = keys.take("offer") {
            for table in self.rule_tables("offer", value) {
                offers.push(self.offer(table, &known_areas, areas_known, &mut first_lines));
                self.rule = None;
            }
        }
        if needs.is_empty()
            && offers.is_empty()
            && keys.take("need").is_none()
            && keys.take("offer").is_none()
        {
            self.fault(0, Kind::Missing { key: "need" });
        }
        self.finish(&keys);
        Some(Derivation {
            label: self.file.to_owned(),
            name: name?,
            version: version?,
            areas: areas?,
            candidates: candidates?,
            needs: needs.into_iter().collect::<Option<_>>()?,
            offers: offers.into_iter().collect::<Option<_>>()?,
        })
    }

    fn areas(&mut self, value: &Value<'_>) -> Option<Vec<Area>> {
        let mut areas: Vec<(Area, usize)> = Vec::new();
        for (at, text) in self.texts("areas", value)? {
            match Area::new(&text) {
                Ok(area) => match areas.iter().find(|(known, _)| *known == area) {
                    Some(&(_, first)) => {
                        let first = self.line(first);
                        self.fault(at, Kind::Duplicate { id: text, first });
                    }
                    None => areas.push((area, at)),
                },
                Err(_) => self.fault(at, Kind::NotACode { found: text }),
            }
        }
        Some(areas.into_iter().map(|(area, _)| area).collect())
    }

    fn table<'d, 'v>(&mut self, key: &str, value: &'d Value<'v>) -> Option<Keys<'d, 'v>> {
        if let DeValue::Table(table) = value.get_ref() {
            return Some(Keys::new(table, value.span().start));
        }
        self.wrong_kind(key, value, "a table");
        None
    }

    fn candidates(&mut self, value: &Value<'_>) -> Option<CandidateRules> {
        let mut keys = self.table("candidates", value)?;
        let mut rules = CandidateRules::default();
        let before = self.faults.len();
        match keys.take("farthest") {
            Some(value) if matches!(value.get_ref(), DeValue::String(text) if text == "any") => {
                rules.farthest = None;
            }
            Some(value) if matches!(value.get_ref(), DeValue::String(_)) => {
                self.wrong_kind("farthest", value, "a whole number of metres, or \"any\"");
            }
            Some(value) => {
                rules.farthest = self.number("farthest", value, 1, 2_000_000).map(Metres);
            }
            None => {}
        }
        for (key, points) in [
            ("severity_points", &mut rules.severity_points),
            ("same_phase_points", &mut rules.same_phase_points),
            ("nearness_points", &mut rules.nearness_points),
        ] {
            if let Some(value) = keys.take(key) {
                *points = self.small(key, value, 0).unwrap_or_default();
            }
        }
        self.finish(&keys);
        (self.faults.len() == before).then_some(rules)
    }

    fn rule_tables<'d, 'v>(&mut self, key: &'static str, value: &'d Value<'v>) -> Vec<Keys<'d, 'v>> {
        let DeValue::Array(array) = value.get_ref() else {
            self.wrong_kind(key, value, "rules, each under double square brackets");
            return Vec::new();
        };
        array.iter().filter_map(|rule| self.table(key, rule)).collect()
    }

    /// What needs and offers have in common.
    fn rule(
        &mut self,
        keys: &mut Keys<'_, '_>,
        known_areas: &[(String, Area)],
        areas_known: bool,
        first_lines: &mut BTreeMap<String, u64>,
    ) -> Option<Rule> {
        let line = self.line(keys.start);
        let mut id = None;
        if let Some(value) = self.required(keys, "id")
            && let Some(text) = self.text("id", value)
        {
            let at = value.span().start;
            id = RuleId::new(&text).ok();
            self.rule = Some(text.clone());
            if id.is_none() {
                self.fault(at, Kind::NotACode { found: text });
            } else if let Some(&first) = first_lines.get(&text) {
                self.fault(at, Kind::Duplicate { id: text, first });
            } else {
                let line = self.line(at);
                first_lines.insert(text, line);
            }
        }
        let meaning = self.required(keys, "meaning");
        let meaning = meaning.and_then(|value| self.text("meaning", value));
        let source = self.required(keys, "source");
        let source = source.and_then(|value| self.text("source", value));
        let areas = self.required(keys, "areas");
        let areas = areas.and_then(|value| match value.get_ref() {
            DeValue::String(text) if text == "all" => {
                Some(known_areas.iter().map(|(_, area)| area.clone()).collect())
            }
            _ if !areas_known => None,
            _ => self.words("areas", value, known_areas),
        });
        let when = self.required(keys, "when");
        let when = when.and_then(|value| {
            let items = self.list("when", value)?;
            let conditions: Vec<_> = items.into_iter().map(|item| self.condition(item)).collect();
            conditions.into_iter().collect()
        });
        Some(Rule {
            id: id?,
            meaning: meaning?,
            source: source?,
            areas: areas?,
            when: when?,
            line,
        })
    }

    fn need(
        &mut self,
        mut keys: Keys<'_, '_>,
        known_areas: &[(String, Area)],
        areas_known: bool,
        first_lines: &mut BTreeMap<String, u64>,
    ) -> Option<NeedRule> {
        let rule = self.rule(&mut keys, known_areas, areas_known, first_lines);
        let severity = self.required(&mut keys, "severity").and_then(|value| {
            let text = self.text("severity", value)?;
            let words = Severity::ALL.map(|severity| (severity.label().to_lowercase(), severity));
            self.word(value.span().start, &text, &words)
        });
        let units = self.required(&mut keys, "units");
        let units = units.and_then(|value| self.small("units", value, 1));
        self.finish(&keys);
        let rule = rule?;
        Some(NeedRule {
            id: rule.id,
            meaning: rule.meaning,
            source: rule.source,
            when: rule.when,
            areas: rule.areas,
            severity: severity?,
            units: Units(units?),
            line: rule.line,
        })
    }

    fn offer(
        &mut self,
        mut keys: Keys<'_, '_>,
        known_areas: &[(String, Area)],
        areas_known: bool,
        first_lines: &mut BTreeMap<String, u64>,
    ) -> Option<OfferRule> {
        let rule = self.rule(&mut keys, known_areas, areas_known, first_lines);
        let at_once = self.required(&mut keys, "at_once");
        let at_once = at_once.and_then(|value| self.small("at_once", value, 1));
        let per_term = self.required(&mut keys, "half_days_per_term");
        let per_term = per_term.and_then(|value| self.number("half_days_per_term", value, 1, 10_000));
        let while_in_need = match keys.take("while_in_need") {
            None => Some(WhileInNeed::NoOffer),
            Some(value) => self.text("while_in_need", value).and_then(|text| {
                let words = [
                    ("no_offer".to_owned(), WhileInNeed::NoOffer),
                    ("other_areas".to_owned(), WhileInNeed::OtherAreas),
                    ("offer".to_owned(), WhileInNeed::Offer),
                ];
                self.word(value.span().start, &text, &words)
            }),
        };
        self.finish(&keys);
        let rule = rule?;
        Some(OfferRule {
            id: rule.id,
            meaning: rule.meaning,
            source: rule.source,
            when: rule.when,
            areas: rule.areas,
            at_once: Units(at_once?),
            per_term: HalfDays(per_term?),
            while_in_need: while_in_need?,
            line: rule.line,
        })
    }

    fn condition(&mut self, value: &Value<'_>) -> Option<Condition> {
        let mut keys = self.table("when", value)?;
        let subjects = ["grade", "phase", "signal", "signals"].map(|key| keys.take(key));
        let condition = match subjects {
            [Some(grades), None, None, None] => {
                let words = grade_words();
                self.words("grade", grades, &words).map(Condition::Grade)
            }
            [None, Some(phases), None, None] => {
                let words = phase_words();
                self.words("phase", phases, &words).map(Condition::Phase)
            }
            [None, None, Some(column), None] => {
                let column = self.text("signal", column);
                self.signals(&mut keys, column.map(|column| vec![column]))
            }
            [None, None, None, Some(columns)] => {
                let columns = self.texts("signals", columns);
                let columns = columns.map(|columns| columns.into_iter().map(|(_, column)| column).collect());
                self.signals(&mut keys, columns)
            }
            _ => {
                self.fault(value.span().start, Kind::UnclearCondition);
                return None;
            }
        };
        self.finish(&keys);
        condition
    }

    fn signals(&mut self, keys: &mut Keys<'_, '_>, columns: Option<Vec<String>>) -> Option<Condition> {
        let tests = ["is", "at_least", "at_most"].map(|key| keys.take(key));
        let in_at_least = keys.take("in_at_least");
        let test = match tests {
            [Some(words), None, None] => {
                let words = self.texts("is", words)?;
                for (at, word) in &words {
                    self.possible(*at, word, columns.iter().flatten());
                }
                Some(Test::Is(words.into_iter().map(|(_, word)| word).collect()))
            }
            [None, Some(least), None] => self.decimal("at_least", least).map(Test::AtLeast),
            [None, None, Some(most)] => self.decimal("at_most", most).map(Test::AtMost),
            _ => {
                self.fault(keys.start, Kind::UnclearTest);
                None
            }
        };
        let columns = columns?;
        let most = u32::try_from(columns.len()).unwrap_or(u32::MAX);
        let in_at_least = match in_at_least {
            None => Some(1),
            Some(value) => self.number("in_at_least", value, 1, most),
        };
        let test = test?;
        for column in &columns {
            if SignalColumn::known(column).is_some_and(|kind| !test.suits(kind)) {
                let column = column.clone();
                self.fault(keys.start, Kind::TestDoesNotSuit { column });
            }
        }
        Some(Condition::Signals {
            columns,
            test,
            in_at_least: usize::try_from(in_at_least?).ok()?,
        })
    }

    /// A fault where a column that the reader knows can never read `word`.
    fn possible<'c>(&mut self, at: usize, word: &str, columns: impl Iterator<Item = &'c String>) {
        for column in columns {
            let words: Vec<String> = match SignalColumn::known(column) {
                Some(SignalKind::Flag) => vec!["1".to_owned(), "0".to_owned()],
                Some(SignalKind::Band) => ProgressBand::ALL.map(|band| band.label().to_owned()).into(),
                Some(SignalKind::Grade) => crate::gias::GRADES
                    .map(|(_, grade)| grade.label().to_owned())
                    .into(),
                _ => continue,
            };
            if !words.iter().any(|known| known.eq_ignore_ascii_case(word)) {
                let found = word.to_owned();
                self.fault(at, Kind::UnknownWord { found, known: words });
            }
        }
    }
}

struct Rule {
    id: RuleId,
    meaning: String,
    source: String,
    areas: Vec<Area>,
    when: Vec<Condition>,
    line: u64,
}

fn as_code(label: &str) -> String {
    label.to_lowercase().replace([' ', '-'], "_")
}

fn grade_words() -> Vec<(String, InspectionGrade)> {
    crate::gias::GRADES
        .map(|(_, grade)| (as_code(grade.label()), grade))
        .into()
}

fn phase_words() -> Vec<(String, EducationPhase)> {
    use EducationPhase::{AllThrough, NotApplicable, Nursery, Primary, Secondary, SixteenPlus};
    [
        ("nursery", Nursery),
        ("primary", Primary),
        ("secondary", Secondary),
        ("all_through", AllThrough),
        ("sixteen_plus", SixteenPlus),
        ("not_applicable", NotApplicable),
    ]
    .map(|(word, phase)| (word.to_owned(), phase))
    .into()
}
