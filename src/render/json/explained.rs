//! A serializer that explains what a record only names: a code gets its label and Article, a reference the name of its
//! record.

use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant,
};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::render::json::labels;
use crate::render::json::names::Names;

/// A value whose codes and references are explained when it is serialized.
pub(super) struct Explained<'n, T: ?Sized>(pub &'n T, pub &'n Names<'n>);

impl<T: Serialize + ?Sized> Serialize for Explained<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(Explaining { to, names: self.1 })
    }
}

/// A serializer, or what it has begun, with the names of the records.
struct Explaining<'n, S> {
    to: S,
    names: &'n Names<'n>,
}

/// Passes values of simple types on.
macro_rules! pass {
    ($($method:ident: $type:ty),* $(,)?) => {
        $(
            fn $method(self, value: $type) -> Result<S::Ok, S::Error> {
                self.to.$method(value)
            }
        )*
    };
}

impl<'n, S: Serializer> Serializer for Explaining<'n, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Explaining<'n, S::SerializeSeq>;
    type SerializeTuple = Explaining<'n, S::SerializeTuple>;
    type SerializeTupleStruct = Explaining<'n, S::SerializeTupleStruct>;
    type SerializeTupleVariant = Explaining<'n, S::SerializeTupleVariant>;
    type SerializeMap = Explaining<'n, S::SerializeMap>;
    type SerializeStruct = Explaining<'n, S::SerializeStruct>;
    type SerializeStructVariant = Explaining<'n, S::SerializeStructVariant>;

    pass! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32,
        serialize_f64: f64, serialize_char: char, serialize_str: &str, serialize_bytes: &[u8],
        serialize_unit_struct: &'static str,
    }

    fn serialize_none(self) -> Result<S::Ok, S::Error> {
        self.to.serialize_none()
    }

    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.to.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.to.serialize_some(&Explained(value, self.names))
    }

    /// A code: with its label and Article, if the language files have them.
    fn serialize_unit_variant(self, list: &'static str, index: u32, code: &'static str) -> Result<S::Ok, S::Error> {
        match labels::of(list, code) {
            Some(label) => label.serialize(self.to),
            None => self.to.serialize_unit_variant(list, index, code),
        }
    }

    /// A reference: with the name of its record.
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, kind: &'static str, id: &T) -> Result<S::Ok, S::Error> {
        let told = Names::has(kind).then(|| serde_json::to_value(id).ok()).flatten();
        let id_of = |value: &Value| value.get("id").unwrap_or(value).as_str().map(str::to_owned);
        match told.as_ref().and_then(id_of).and_then(|id| self.names.named(kind, &id)) {
            Some(named) => named.serialize(self.to),
            None => self.to.serialize_newtype_struct(kind, &Explained(id, self.names)),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.to.serialize_newtype_variant(name, index, variant, &Explained(value, self.names))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        Ok(Explaining { to: self.to.serialize_seq(length)?, names: self.names })
    }

    fn serialize_tuple(self, length: usize) -> Result<Self::SerializeTuple, S::Error> {
        Ok(Explaining { to: self.to.serialize_tuple(length)?, names: self.names })
    }

    fn serialize_tuple_struct(self, name: &'static str, length: usize) -> Result<Self::SerializeTupleStruct, S::Error> {
        Ok(Explaining { to: self.to.serialize_tuple_struct(name, length)?, names: self.names })
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        Ok(Explaining { to: self.to.serialize_tuple_variant(name, index, variant, length)?, names: self.names })
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        Ok(Explaining { to: self.to.serialize_map(length)?, names: self.names })
    }

    fn serialize_struct(self, name: &'static str, length: usize) -> Result<Self::SerializeStruct, S::Error> {
        Ok(Explaining { to: self.to.serialize_struct(name, length)?, names: self.names })
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        Ok(Explaining { to: self.to.serialize_struct_variant(name, index, variant, length)?, names: self.names })
    }
}

/// Explains the parts of what has been begun: elements, or fields by name.
macro_rules! parts {
    (element: $($begun:ident::$method:ident),* $(,)?) => {
        $(
            impl<S: $begun> $begun for Explaining<'_, S> {
                type Ok = S::Ok;
                type Error = S::Error;

                fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
                    self.to.$method(&Explained(value, self.names))
                }

                fn end(self) -> Result<S::Ok, S::Error> {
                    self.to.end()
                }
            }
        )*
    };
    (field: $($begun:ident),* $(,)?) => {
        $(
            impl<S: $begun> $begun for Explaining<'_, S> {
                type Ok = S::Ok;
                type Error = S::Error;

                fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), S::Error> {
                    self.to.serialize_field(key, &Explained(value, self.names))
                }

                fn end(self) -> Result<S::Ok, S::Error> {
                    self.to.end()
                }
            }
        )*
    };
}

parts! {
    element: SerializeSeq::serialize_element, SerializeTuple::serialize_element, SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field,
}
parts! { field: SerializeStruct, SerializeStructVariant }

impl<S: SerializeMap> SerializeMap for Explaining<'_, S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), S::Error> {
        self.to.serialize_key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        self.to.serialize_value(&Explained(value, self.names))
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.to.end()
    }
}
