//! `<graphics>`: how the screen is shown.

use super::address::Alias;
use crate::types::*;
use crate::xml::{Fault, IsYes, OnOff, YesNo};
use crate::{element, variants, walk, words};

words! { pub enum SharePolicy { Allow = "allow-exclusive", Force = "force-shared", Ignore = "ignore" } }
words! { pub enum ChannelName {
    Main = "main", Display = "display", Inputs = "inputs", Cursor = "cursor", Playback = "playback", Record = "record",
    Smartcard = "smartcard", Usbredir = "usbredir",
} }
words! { pub enum ChannelMode { Any = "any", Secure = "secure", Insecure = "insecure" } }
words! { pub enum Connected { unsaid Default = "default", Fail = "fail", Disconnect = "disconnect", Keep = "keep" } }
words! {
    pub enum ImageCompression {
        AutoGlz = "auto_glz", AutoLz = "auto_lz", Quic = "quic", Glz = "glz", Lz = "lz", Off = "off",
    }
}
words! { pub enum Compression { Auto = "auto", Never = "never", Always = "always" } }
words! { pub enum Streaming { Filter = "filter", All = "all", Off = "off" } }
words! { pub enum MouseMode { Server = "server", Client = "client" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graphics {
    pub kind: Kind,
    pub alias: Alias,
}

walk!(Graphics, |graphics, xml| {
    graphics.kind.required_tag("type", xml);
    graphics.kind.inline(xml);
    graphics.alias.child("alias", xml);
});

variants! {
    pub enum Kind {
        Sdl(Sdl) = "sdl",
        Vnc(Vnc) = "vnc",
        Rdp(Box<Rdp>) = "rdp",
        Desktop(Desktop) = "desktop",
        Spice(Box<Spice>) = "spice",
        EglHeadless(EglHeadless) = "egl-headless",
        Dbus(Dbus) = "dbus",
    }
}

variants! {
    pub enum Listen by required "type" {
        None(()) = "none",
        Address(Address) = "address",
        Network(Box<Network>) = "network",
        Socket(Socket) = "socket",
    }
}

element! {
    pub struct Sdl {
        display: Option<String> = attr("display"),
        xauth: Option<String> = attr("xauth"),
        fullscreen: Option<YesNo> = attr("fullscreen"),
        gl: Option<Gl> = child("gl"),
    }
}

/// Port -1 is one that is chosen at start. Post-parse makes `autoport` and `listen` agree with the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vnc {
    pub port: Option<i32>,
    pub autoport: Option<YesNo>,
    pub websocket: Option<i32>,
    pub listen: Option<String>,
    pub socket: Option<Box<String>>,
    pub keymap: Option<Box<String>>,
    pub share_policy: Option<SharePolicy>,
    pub power_control: Option<YesNo>,
    pub wait: Option<YesNo>,
    pub password: Password,
    pub listens: Vec<Listen>,
    pub audio: Option<u32>,
}

walk!(Vnc, |vnc, xml| {
    vnc.port.attr("port", xml);
    vnc.autoport.attr("autoport", xml);
    vnc.websocket.attr("websocket", xml);
    vnc.listen.attr("listen", xml);
    vnc.socket.attr("socket", xml);
    vnc.keymap.attr("keymap", xml);
    vnc.share_policy.attr("sharePolicy", xml);
    vnc.power_control.attr("powerControl", xml);
    xml.newer(|xml| vnc.wait.attr("wait", xml));
    vnc.password.inline(xml);
    // Older versions know the attribute only.
    if xml.migratable() && vnc.socket.is_some() {
        xml.open();
    } else {
        vnc.listens.child("listen", xml);
    }
    vnc.audio.via("audio", "id", xml);
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rdp {
    pub port: Option<i32>,
    pub autoport: Option<YesNo>,
    pub replace_user: IsYes,
    pub multi_user: IsYes,
    pub username: Option<String>,
    /// Shown only with `VIR_DOMAIN_XML_SECURE`.
    pub password: Option<String>,
    pub listen: Option<String>,
    pub listens: Vec<Listen>,
}

walk!(Rdp, |rdp, xml| {
    rdp.port.attr("port", xml);
    rdp.autoport.attr("autoport", xml);
    rdp.replace_user.sparse("replaceUser", xml);
    rdp.multi_user.sparse("multiUser", xml);
    xml.newer(|xml| rdp.username.attr("username", xml));
    if xml.secure() {
        xml.newer(|xml| rdp.password.attr("passwd", xml));
    }
    rdp.listen.attr("listen", xml);
    rdp.listens.child("listen", xml);
});

element! {
    pub struct Desktop {
        display: Option<String> = attr("display"),
        fullscreen: Option<YesNo> = attr("fullscreen"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spice {
    pub port: Option<i32>,
    pub tls_port: Option<i32>,
    pub autoport: Option<YesNo>,
    pub listen: Option<String>,
    pub keymap: Option<String>,
    pub default_mode: Option<ChannelMode>,
    pub password: Password,
    pub listens: Vec<Listen>,
    pub channels: Vec<Channel>,
    pub image: Option<ImageCompression>,
    pub jpeg: Option<Compression>,
    pub zlib: Option<Compression>,
    pub playback: Option<OnOff>,
    pub streaming: Option<Streaming>,
    pub mouse: Option<MouseMode>,
    pub clipboard: Option<YesNo>,
    pub filetransfer: Option<YesNo>,
    pub gl: Option<Gl>,
}

walk!(Spice, |spice, xml| {
    spice.port.attr("port", xml);
    spice.tls_port.attr("tlsPort", xml);
    // How older versions say that it listens nowhere.
    let listens_nowhere = xml.migratable() && spice.listens.first() == Some(&Listen::None(()));
    if listens_nowhere {
        xml.word("autoport", "no");
    } else {
        spice.autoport.attr("autoport", xml);
    }
    spice.listen.attr("listen", xml);
    spice.keymap.attr("keymap", xml);
    spice.default_mode.attr("defaultMode", xml);
    spice.password.inline(xml);
    if !listens_nowhere {
        spice.listens.child("listen", xml);
    }
    spice.channels.child("channel", xml);
    spice.image.via("image", "compression", xml);
    spice.jpeg.via("jpeg", "compression", xml);
    spice.zlib.via("zlib", "compression", xml);
    spice.playback.via("playback", "compression", xml);
    spice.streaming.via("streaming", "mode", xml);
    spice.mouse.via("mouse", "mode", xml);
    spice.clipboard.via("clipboard", "copypaste", xml);
    spice.filetransfer.via("filetransfer", "enable", xml);
    spice.gl.child("gl", xml);
});

element! {
    pub struct EglHeadless {
        gl: Gl = child("gl"),
    }
}

element! {
    pub struct Dbus {
        address: Option<String> = attr("address"),
        p2p: Option<YesNo> = attr("p2p"),
        gl: Gl = child("gl"),
        audio: Option<u32> = via("audio", "id"),
    }
}

/// Without a password the others say nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Password {
    /// Shown only with `VIR_DOMAIN_XML_SECURE`.
    pub password: Option<String>,
    pub valid_to: Option<Box<String>>,
    pub connected: Connected,
}

walk!(Password, |password, xml| {
    if xml.secure() {
        password.password.attr("passwd", xml);
    }
    xml.read_if(password.password.is_some(), |xml| {
        password.valid_to.attr("passwdValidTo", xml);
        xml.check(|| password.check());
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown connected value {}", |xml| {
            password.connected.sparse("connected", xml);
        });
    });
});

impl Password {
    fn check(&self) -> Result<(), Fault> {
        let shape = |text: &str| {
            let digits = |part: &str| part.bytes().all(|c| c.is_ascii_digit()) && !part.is_empty();
            let parts = |text: &str, mark: char| text.split(mark).count() == 3 && text.split(mark).all(digits);
            text.split_once('T').is_some_and(|(date, time)| parts(date, '-') && parts(time, ':'))
        };
        match &self.valid_to {
            Some(time) if self.password.is_some() && !shape(time) => Err(Fault::internal(format!(
                "cannot parse password validity time '{time}', expect YYYY-MM-DDTHH:MM:SS"
            ))),
            _ => Ok(()),
        }
    }
}

element! {
    pub struct Address {
        address: Option<String> = attr("address"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// Of the network while the machine runs.
    pub address: Option<String>,
    pub network: Option<String>,
}

walk!(Network, |listen, xml| {
    xml.live(|xml| listen.address.attr("address", xml));
    listen.network.attr("network", xml);
});

element! {
    pub struct Socket {
        socket: Option<String> = attr("socket"),
    }
}

element! {
    pub struct Channel {
        name: ChannelName = required("name"),
        mode: ChannelMode = required("mode"),
    }
}

element! {
    pub struct Gl {
        enable: Option<YesNo> = attr("enable"),
        rendernode: Option<String> = attr("rendernode"),
    }
}
