// JSON as dictionaries and lists, so that the client needs no library: it compiles with Mono and with .NET.

using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Collegium
{
    /// <summary>An object of JSON that is looked at by its fields. Fields that nobody knows are kept.</summary>
    public abstract class View
    {
        /// <summary>The fields as they were read.</summary>
        public readonly Dictionary<string, object> Fields;

        protected View() : this(new Dictionary<string, object>()) { }

        protected View(Dictionary<string, object> fields)
        {
            Fields = fields;
        }

        protected T Get<T>(string name, Func<object, T> read)
        {
            object value;
            return Fields.TryGetValue(name, out value) && value != null ? read(value) : default(T);
        }

        protected void Set(string name, object value)
        {
            if (value == null)
            {
                Fields.Remove(name);
            }
            else
            {
                Fields[name] = Json.Bare(value);
            }
        }

        protected bool Is(string name, string code)
        {
            return Get(name, Json.Text) == code;
        }
    }

    /// <summary>Reads and writes JSON. Whole numbers are `long`, others `decimal`, or `double` where that is too small.</summary>
    public static class Json
    {
        public static string Text(object value) { return value as string; }

        public static long? Whole(object value) { return value as long?; }

        public static bool? Flag(object value) { return value as bool?; }

        public static object Any(object value) { return value; }

        public static decimal? Number(object value)
        {
            return value is double ? (decimal?)(double)value : Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        }

        public static Func<object, List<T>> ListOf<T>(Func<object, T> read)
        {
            return value => ((List<object>)value).ConvertAll(item => read(item));
        }

        public static Func<object, Dictionary<string, T>> MapOf<T>(Func<object, T> read)
        {
            return value => ((Dictionary<string, object>)value).ToDictionary(it => it.Key, it => read(it.Value));
        }

        public static Func<object, T> ViewOf<T>(Func<Dictionary<string, object>, T> view)
        {
            return value => view((Dictionary<string, object>)value);
        }

        /// <summary>A value as dictionaries, lists, text, numbers and flags.</summary>
        internal static object Bare(object value)
        {
            if (value is View)
            {
                return ((View)value).Fields;
            }
            if (value is string)
            {
                return value;
            }
            if (value is IDictionary)
            {
                var bare = new Dictionary<string, object>();
                foreach (DictionaryEntry field in (IDictionary)value)
                {
                    bare[(string)field.Key] = Bare(field.Value);
                }
                return bare;
            }
            if (value is IEnumerable)
            {
                var bare = new List<object>();
                foreach (var item in (IEnumerable)value)
                {
                    bare.Add(Bare(item));
                }
                return bare;
            }
            return value is int ? (long)(int)value : value;
        }

        /// <summary>Whether two values say the same; the order of fields says nothing.</summary>
        public static bool Same(object one, object other)
        {
            var fields = one as Dictionary<string, object>;
            if (fields != null)
            {
                var others = other as Dictionary<string, object>;
                if (others == null || fields.Count != others.Count)
                {
                    return false;
                }
                foreach (var field in fields)
                {
                    object value;
                    if (!others.TryGetValue(field.Key, out value) || !Same(field.Value, value))
                    {
                        return false;
                    }
                }
                return true;
            }
            var items = one as List<object>;
            if (items != null)
            {
                var others = other as List<object>;
                if (others == null || items.Count != others.Count)
                {
                    return false;
                }
                for (var index = 0; index < items.Count; index++)
                {
                    if (!Same(items[index], others[index]))
                    {
                        return false;
                    }
                }
                return true;
            }
            return Equals(one, other);
        }

        public static string Write(object value)
        {
            var text = new StringBuilder();
            Write(text, Bare(value));
            return text.ToString();
        }

        static void Write(StringBuilder text, object value)
        {
            if (value == null)
            {
                text.Append("null");
            }
            else if (value is string)
            {
                WriteText(text, (string)value);
            }
            else if (value is bool)
            {
                text.Append((bool)value ? "true" : "false");
            }
            else if (value is Dictionary<string, object>)
            {
                var separator = '{';
                foreach (var field in (Dictionary<string, object>)value)
                {
                    text.Append(separator);
                    WriteText(text, field.Key);
                    text.Append(':');
                    Write(text, field.Value);
                    separator = ',';
                }
                text.Append(separator == '{' ? "{}" : "}");
            }
            else if (value is List<object>)
            {
                var separator = '[';
                foreach (var item in (List<object>)value)
                {
                    text.Append(separator);
                    Write(text, item);
                    separator = ',';
                }
                text.Append(separator == '[' ? "[]" : "]");
            }
            else if (value is double)
            {
                text.Append(((double)value).ToString("R", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
            }
        }

        static void WriteText(StringBuilder text, string value)
        {
            text.Append('"');
            foreach (var letter in value)
            {
                if (letter == '"' || letter == '\\')
                {
                    text.Append('\\').Append(letter);
                }
                else if (letter < ' ')
                {
                    text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
                }
                else
                {
                    text.Append(letter);
                }
            }
            text.Append('"');
        }

        public static object Read(string text)
        {
            var place = 0;
            var value = Read(text, ref place);
            if (Next(text, ref place) != '\0')
            {
                throw Fault(place, "something follows");
            }
            return value;
        }

        static FormatException Fault(int place, string what)
        {
            return new FormatException("JSON, at " + place + ": " + what);
        }

        /// <summary>The next letter that is no blank; the end is '\0'.</summary>
        static char Next(string text, ref int place)
        {
            while (place < text.Length && " \t\r\n".IndexOf(text[place]) >= 0)
            {
                place++;
            }
            return place < text.Length ? text[place] : '\0';
        }

        static object Read(string text, ref int place)
        {
            switch (Next(text, ref place))
            {
                case '{':
                    var fields = new Dictionary<string, object>();
                    for (place++; Next(text, ref place) != '}'; Comma(text, ref place, '}'))
                    {
                        var name = ReadText(text, ref place);
                        if (Next(text, ref place) != ':')
                        {
                            throw Fault(place, "a colon is missing");
                        }
                        place++;
                        fields[name] = Read(text, ref place);
                    }
                    place++;
                    return fields;
                case '[':
                    var items = new List<object>();
                    for (place++; Next(text, ref place) != ']'; Comma(text, ref place, ']'))
                    {
                        items.Add(Read(text, ref place));
                    }
                    place++;
                    return items;
                case '"':
                    return ReadText(text, ref place);
                default:
                    return ReadWord(text, ref place);
            }
        }

        static void Comma(string text, ref int place, char end)
        {
            var next = Next(text, ref place);
            if (next == ',')
            {
                place++;
            }
            else if (next != end)
            {
                throw Fault(place, "a comma is missing");
            }
        }

        static object ReadWord(string text, ref int place)
        {
            var from = place;
            while (place < text.Length && (char.IsLetterOrDigit(text[place]) || "+-.".IndexOf(text[place]) >= 0))
            {
                place++;
            }
            var word = text.Substring(from, place - from);
            switch (word)
            {
                case "null": return null;
                case "true": return true;
                case "false": return false;
            }
            long whole;
            if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole))
            {
                return whole;
            }
            decimal exact;
            if (decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out exact))
            {
                return exact;
            }
            double wide;
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out wide))
            {
                return wide;
            }
            throw Fault(from, "no value");
        }

        static string ReadText(string text, ref int place)
        {
            if (Next(text, ref place) != '"')
            {
                throw Fault(place, "a text is missing");
            }
            var read = new StringBuilder();
            for (place++; place < text.Length && text[place] != '"'; place++)
            {
                if (text[place] != '\\')
                {
                    read.Append(text[place]);
                    continue;
                }
                place++;
                var escaped = place < text.Length ? text[place] : '\0';
                if (escaped == 'u' && place + 4 < text.Length)
                {
                    read.Append((char)int.Parse(text.Substring(place + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    place += 4;
                    continue;
                }
                var index = "\"\\/bfnrt".IndexOf(escaped);
                if (index < 0)
                {
                    throw Fault(place, "no such escape");
                }
                read.Append("\"\\/\b\f\n\r\t"[index]);
            }
            if (place >= text.Length)
            {
                throw Fault(place, "the text does not end");
            }
            place++;
            return read.ToString();
        }
    }
}
